/**
 * German words for the meanings of the tables, for the many who type half in German on pages in English. Only words that
 * English does not have. Written with `ä`, `ö`, `ü`; who has no such keys types `ae`, `oe`, `ue`.
 */
export const GERMAN: Readonly<Record<string, string>> = {
  stale:
    'veraltet, veraltete, veralteten, nicht aktuell, nicht aktualisiert, von gestern, von vorgestern, von letzter woche, alte daten, alte zahlen, eingefroren, noch gestern, alter stand',
  late: 'verspätet, verspätung, zu spät, später, verzögert, verzögerung, hinterher, rückstand, langsam, zu langsam, nachträglich',
  waiting: 'warteschlange, wartet, warten, hängt, blockiert, blockieren, gestaut, stau',
  duplicate:
    'doppelt, doppelte, doppelten, verdoppelt, dublette, dubletten, duplikat, duplikate, zweimal, mehrfach, zu hoch',
  mismatch:
    'stimmt nicht, stimmen nicht, stimmt nicht überein, abweichung, abweichungen, weicht ab, differenz, unterschiedlich, unterschied, passt nicht, ungleich, widerspruch',
  missing: 'fehlt, fehlen, fehlende, fehlender, lücke, lücken, unvollständig, nicht da, nicht vorhanden',
  gap: 'lücke, lücken, ein tag fehlt, tag fehlt, tage fehlen, fehlender tag',
  blank: 'leer, leere, leeren, kein wert, keine werte, leere felder, leeres feld',
  'zero-division': 'division durch null, durch null, durch null geteilt, teilen durch null',
  lost: 'verloren, datenverlust, verlust, weg, verschwunden, gelöscht',
  down: 'ausfall, ausgefallen, abgestürzt, absturz, nicht erreichbar, läuft nicht, antwortet nicht, startet nicht, tot',
  failed: 'fehlgeschlagen, abgebrochen, stirbt, gestorben, bricht ab, abgestürzt, schlägt fehl',
  memory: 'speicher, arbeitsspeicher, speicher voll, zu wenig speicher, speichermangel',
  join: 'zusammenführen, verknüpfen',
  large: 'zu groß, große, riesig',
  approve:
    'freigabe, freigegeben, freigeben, bestätigt, bestätigung, bestätigen, genehmigt, genehmigung, geprüft, prüfung',
  accountant: 'wirtschaftsprüfer, prüfer, buchprüfer, steuerberater, buchhalter',
  evidence: 'beleg, belege, nachweis, nachweise, unterlagen',
  ledger: 'buchhaltung, hauptbuch, buchung, buchungen',
  filing: 'abschluss, jahresabschluss, steuererklärung, meldung',
  profit: 'gewinn, gewinne, umsatz, umsätze, ertrag',
  currency: 'währung, wechselkurs, währungskurs',
  figure: 'zahl, zahlen, betrag, beträge, summe, summen, kennzahl, kennzahlen',
  report: 'bericht, berichte, auswertung',
  series: 'zeitreihe, zeitreihen, verlauf',
  event: 'klick, klicks, ereignis, ereignisse, nachricht, nachrichten',
  disk: 'platte, festplatte, speicherplatz, platte voll, festplatte voll, kein platz',
  volume: 'platte, festplatte, speicherplatz',
  refill: 'nachladen, nachholen, neu laden, erneut laden',
  expense: 'kosten, ausgaben',
  full: 'voll, platte voll, läuft voll, vollgelaufen, kein platz',
  certificate: 'zertifikat, zertifikate',
  expired: 'abgelaufen, läuft ab, ungültig',
  restart: 'neustart, neu starten, neugestartet',
  access: 'zugang, zugriff, anmelden, anmeldung, berechtigung, berechtigungen',
  password: 'passwort, kennwort',
  remove: 'löschen, entfernen, gelöscht',
  restore: 'wiederherstellen, wiederherstellung',
  upgrade: 'aktualisieren, aktualisierung',
  replicate: 'spiegeln, replizieren',
  encrypt: 'verschlüsseln, verschlüsselung, verschlüsselt',
  ready: 'bereit, nicht bereit',
  interface: 'netzwerkkarte, netzwerkkarten, schnittstelle',
}

/** A phrase, and as it is typed without the keys for its letters. */
export function spellingsOf(phrase: string): string[] {
  const plain = phrase.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue')
  return plain === phrase ? [phrase] : [phrase, plain]
}
