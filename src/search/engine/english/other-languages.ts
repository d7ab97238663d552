/**
 * Words of grammar, and what people say around their trouble, in other languages: a name with them (`Kafka Broker kaputt`) is
 * the name. They are passed over only where no page has them; a word that English has, too, is not among them.
 */
const WORDS =
  // German
  'der das und ist im vom zum zur zu zu nicht kein keine wird werden wurde sind waren hat haben wie wo warum wieso weshalb wer wann bei mit ohne nach seit ' +
  'auf aus ein eine einen einem einer eines dem den des fur uber unter wegen sehr mehr hoch niedrig fehler problem kaputt geht lauft kommt kommen fehlt fehlen bitte hilfe ' +
  // French
  'le la les du des une est sont pas plus avec sans pour dans sur sous qui que quoi quand comment pourquoi ou ne sont erreur erreurs panne probleme marche ' +
  // Spanish, Portuguese
  'el los las una unos unas es son muy mas con sin por para en sobre cuando como donde porque quien error errores fallo falla problema roto nao um uma com sem erro ' +
  // Italian, Dutch, Polish
  'il lo gli un di della del che per non piu con senza errore guasto het een van niet geen met zonder voor waarom fout kapot nie jest dlaczego blad awaria'

export const OTHER_LANGUAGES: ReadonlySet<string> = new Set(WORDS.split(' '))
