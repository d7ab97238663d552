import { SMALL_WORDS } from './english/stop-words.ts'

/**
 * Words of grammar of languages that have no stemmer here, as `fold` writes them: alone they say nothing of a page. What they
 * may also mean in a runbook is not among them, as "Last" and "Not".
 */
const WORDS: Readonly<Record<string, string>> = {
  de:
    'aber alle allem allen aller alles als also am an ander andere anderen anderes auch auf aus bei beim bin bis bist da dabei dadurch dafur damit dann daran darauf daraus ' +
    'darf darin das dass davon dazu dem den denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines ' +
    'einige er es etwas euch euer fur gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede ' +
    'jedem jeden jeder jedes jemand jetzt kann kannst kein keine keinem keinen keiner konnen konnte man manche mehr mein meine meinem meinen meiner mich mir mit muss mussen ' +
    'nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so solche soll sollen sollte sondern sonst sowie uber um und uns unser ' +
    'unsere unseren unter vom von vor war waren warum was weil welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wirst wo wurde wurden ' +
    'zu zum zur zwar zwischen bitte danke hallo heute gestern morgen guten tag geht',
  nl:
    'aan al alle als bij dan dat de deze die dit door een en er geen haar heb hebben heeft het hier hij hoe hun ik in is je kan maar me meer men met mij mijn na naar niet nog nu ' +
    'of om onder ons ook op over te tot uit van veel voor waar wat we wel werd wie wij wil worden zal ze zich zij zijn zo zonder zou',
  fr:
    'a ai au aux avec c ce ces cette d dans de des du elle elles en est et eu eux il ils j je l la le les leur leurs lui ma mais me meme mes moi mon n ne nos notre nous on ont ou par ' +
    'pas pour qu que quel quelle qui s sa sans se ses si son sont sur t ta te tes toi ton tu un une vos votre vous y',
  es:
    'a al algo como con de del desde donde el ella ellas ellos en entre era es esa ese eso esta este esto ha han hasta hay la las le les lo los mas me mi mis muy no nos o para pero ' +
    'por porque que quien se ser si sin sobre son su sus te tu un una uno y ya yo',
  it:
    'a ad al alla alle anche c che chi ci come con da dal dalla de degli dei del della delle di e ed gli ha hanno i il in io l la le lei li lo loro lui ma mi ne negli nel nella noi ' +
    'non o per perche piu quale quando quello questa questo se sei si sono su sul sulla tra tu un una uno',
  pt:
    'a ao aos as com como da das de do dos e ela elas ele eles em entre era essa esse esta este eu foi ha isso ja la mais mas me muito na nao nas nem no nos o os ou para pela pelo por ' +
    'qual quando que quem se sem ser seu sua sao so tem um uma voce',
  pl: 'a aby ale bardzo bez bo by byc czy dla do gdzie go i ich ja jak jako je jego jej jest juz kto ktory ma mi mnie moze na nad nie o od on ona oni po pod przez sa sie ta tak tam te tego tej ten to tu ty w we wy z za ze',
}
/** English words that mean something else in a runbook of another language. */
const OTHERWISE = new Set(['last', 'not', 'once', 'all', 'most'])
const ENGLISH = [...SMALL_WORDS].filter((word) => !OTHERWISE.has(word))

const kept = new Map<string, ReadonlySet<string>>()

/** The words of grammar of a language other than English, and those of English, in which teams write much. */
export function grammarOf(tag: string): ReadonlySet<string> {
  const [language = ''] = tag.toLowerCase().split('-')
  const words =
    kept.get(language) ??
    new Set([...(Object.hasOwn(WORDS, language) ? (WORDS[language] ?? '').split(' ') : []), ...ENGLISH])
  kept.set(language, words)
  return words
}
