/** Words that tell nothing in a question, and nothing more in a log: every program prints them. */

const QUESTION =
  'a about after again all also am an and any are as at be been before being but by can cannot could did do does doing done for from ' +
  'get gets getting go going got had has have having he her here his how i if in into is it its just last let like may me ' +
  'might more most must my night no nor not now of off on once only or other our out over own please same she should so some ' +
  'something someone such than that the their them then there these they this those to today too under until up us very was we were ' +
  'what when where which while who why will with would yet you your'

const LOG =
  'at by caused com commit debug error errors exception exceptions fatal file info internal io java javax jdk lang lambda line ' +
  'main message module most net org python recent root run running severe site packages stderr stdout thread trace traceback ' +
  'util usr var warn warning'

const words = (list: string) => new Set(list.split(' '))

export const QUESTION_WORDS: ReadonlySet<string> = words(QUESTION)
export const LOG_WORDS: ReadonlySet<string> = new Set([...QUESTION_WORDS, ...words(LOG)])
