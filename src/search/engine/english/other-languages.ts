/**
 * Words of grammar, and what people say around their trouble, in other languages: a name with them (`Kafka Broker kaputt`) is
 * the name. They are passed over only where no page has them. No word that English or a computer has, too, is among them: `comment`,
 * `plus` and `van` say what somebody looks for.
 */
const WORDS =
  // German
  'der das und ist im vom zum zur zu zu nicht kein keine wird werden wurde sind waren haben wie warum wieso weshalb wer wann bei mit ohne nach seit ' +
  'auf aus ein eine einen einem einer eines dem des uber unter wegen sehr mehr hoch niedrig fehler kaputt geht lauft kommt kommen fehlt fehlen bitte hilfe ' +
  'noch von habe haben schon wieder heute gestern ich wir uns unser unsere aber nur immer alle alles viel viele beim als daten zeigt zeigen sagt steht gibt ' +
  // French
  'le les du des une est sont avec dans sur qui que quoi quand pourquoi ou sont erreur erreurs probleme marche ' +
  // Spanish, Portuguese
  'el los las una unos unas muy por para sobre cuando como donde porque quien errores fallo falla problema roto nao uma sem erro ' +
  // Italian, Dutch, Polish
  'il gli un di della che piu senza errore guasto het een niet geen zonder voor waarom fout kapot nie dlaczego blad awaria'

export const OTHER_LANGUAGES: ReadonlySet<string> = new Set(WORDS.split(' '))
