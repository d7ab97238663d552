/** Words that tell nothing in a query, and nothing more in a log: every program prints them. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''))

/** Words of grammar and of questions. */
const GRAMMAR =
  'a about above after again against all along already also although always am among an and another any anybody anyone anything anyway anywhere are around as at ' +
  'away back be became because become been before being below between both but by can cannot could did do does doing done during each either else ' +
  'etc even ever every everybody everyone everything everywhere few for from further get gets getting give given go goes going gone got gotten had ' +
  'has have having he her here hers herself him himself his how however i if in instead into is it its itself just keep keeps kept last least less let like likely ' +
  'lot lots made make makes making many may maybe me might mine more most much must my myself near need needed needs neither no nobody nor now nowhere of ' +
  'off often on once one ones only onto or other others otherwise our ours ourselves out over own per perhaps please quite rather really same say says ' +
  'seem seemed seems shall she should since so some somebody somehow someone something sometimes somewhere soon still such take takes taken than that the their ' +
  'theirs them themselves then there these they thing things this those though through thus till to together too toward towards under until unless up ' +
  'upon us use used uses using very via was way we well went were what whatever when whenever where wherever whether which while who whoever whole whom ' +
  'whose why will with within without would yes yet you your yours yourself'

/** What people say around their trouble. */
const TALK =
  'good re fw fwd aw wg safe safely able actually afraid ago ahead anymore ask asked asking asks bad bit boss cant colleague colleagues come comes coming continue continues ' +
  'could couple customer dear deal ever fact fix fixed fixing folk folks found fyi guess guy guys happen happened happening happens heard hello help hey hi ' +
  'idea issue issues know knows known look looked looking looks matter mean means mind moment nice notice noticed ok okay our people pls ' +
  'possible probably problem problems question quick quickly read reason reading right saw see seeing seen sees share show showing shown shows sorry suddenly supposed ' +
  'sure team tell tells thank thanks think thought told totally tried tries trouble try trying turn turned turns understand unsure usual usually ' +
  'want wanted wants weird whats wonder wondering work worked working works wrong wrongly bug weirdly strange strangely odd oddly somewhat user users people ' +
  'investor investors ceo cfo management manager managers stakeholder stakeholders anyone everybody appears appear appeared column columns ' +
  'came never let lets sqlstate side page pages site screen turn turned place part parts kind sort start started starting begin began begins end ended ends ends ' +
  'keep keeping stay stays stayed became remain remains find finding put puts call called expect expected ' +
  'um uh uhm er erm hmm hm oh ah ugh argh lol omg wtf plz thx yeah yep nope nah cheers regards sudden apparently obviously basically literally ' +
  'honestly absolutely completely entirely definitely gonna wanna gotta kinda sorta dunno asap btw afaik'

/** When it happened: every fault has a time, and no page is about it. */
const TIME =
  'today yesterday tomorrow tonight night nights overnight morning mornings afternoon evening midnight noon day days week weeks weekend month months ' +
  'monthly weekly daily year years yearly hour hours minute minutes second seconds time times monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun ' +
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec quarter ' +
  'recent recently earlier currently early first next previous current date dates am pm utc est pst cet two three four five six seven eight nine ten q1 q2 q3 q4 ytd mtd eod eom'

/** What every program prints. */
const LOG =
  'caused com commit debug error errors exception exceptions fatal file info internal io java javax jdk lang lambda line main message module net null org python ' +
  'run running severe site packages stderr stdout thread trace traceback util usr var warn warning code status state exit failed failure details detail ' +
  'reason hint sql exist exists not true false none root call stack occurred while unknown'

/**
 * What a framework wraps around any fault: the name of the framework, its wrappers and its stations. It says where a fault
 * was seen, and nothing of what it is.
 */
const FRAMEWORK =
  'apache spark sparkexception sparkcontext job jobs aborted aborting stage stages task tasks tid executor executors driver stacktrace most times lost tasksetmanager dagscheduler ' +
  'resulttask shufflemaptask py4j py4jjavaerror protocol pyspark sparksession catalyst scala rdd scheduler codegen worker ' +
  'kafka clientid groupid client consumer producer kafkaexception clients common topic partition ' +
  'airflow airflowexception taskinstance taskinstancekey dag dags dagrun dagid taskid runid scheduled manual operators operator local instance ' +
  'psycopg2 sqlalchemy exc operationalerror programmingerror internalerror databaseerror psqlexception postgresql postgres jdbc sqlexception sqlstate statement query background ' +
  'executionexception runtimeexception illegalstateexception uncheckedexecutionexception completionexception undeclaredthrowableexception ' +
  'ioexception timeoutexception analysisexception retriableexception apiexception ' +
  'pandas numpy core frame series valueerror typeerror keyerror runtimeerror assertionerror lib opt srv home local bin app apps'

export const STOP_WORDS: ReadonlySet<string> = new Set([...words(GRAMMAR), ...words(TALK), ...words(TIME)])
/** Small words that a phrase may have between its own. */
export const SMALL_WORDS: ReadonlySet<string> = words(GRAMMAR)
export const LOG_WORDS: ReadonlySet<string> = new Set([...STOP_WORDS, ...words(LOG)])
export const FRAMEWORK_WORDS: ReadonlySet<string> = words(FRAMEWORK)
