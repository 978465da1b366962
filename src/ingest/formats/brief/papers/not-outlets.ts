/** Names that do what outlets do (say, stress, warn) and are none. All in lower case, without accents. */

/** Parts of the names of public bodies, companies and clubs. */
export const INSTITUTION_WORDS: ReadonlySet<string> = new Set(
  (
    'academy administration airlines airways analytics associates brigade campaign capital church ' +
    'consulting economics energy alliance army assembly association authority bank board bureau cabinet ' +
    'centre center chamber club coalition college commission committee company conference congress ' +
    'corp corporation council court department directorate embassy federation force foundation front ' +
    'fund government group guard health holdings hospital human inc industries initiative institute ' +
    'international laboratory league ltd medical ministry morgan ' +
    'motors movement museum navy nations observatory partners office organisation organization ' +
    'parliament party police programme project prosecutor railways research rights sachs securities ' +
    'senate society school systems team technologies treasury survey trust tribunal union united ' +
    'university watch'
  ).split(' '),
);

/** What stands before a person's name. */
export const PERSON_TITLES: ReadonlySet<string> = new Set(
  (
    'ambassador captain chairman chancellor chief coach colonel commissioner dame director doctor dr ' +
    'emperor envoy general governor judge justice king lady lord madam mayor minister mr mrs ms officer ' +
    'pope premier president prime prince princess prof professor queen reverend secretary senator ' +
    'sergeant sheikh sir spokesman spokesperson spokeswoman sultan'
  ).split(' '),
);

/** Seats of power that stand for those in them, and bodies known by one word. Countries are added from CLDR. */
const METONYMS =
  'abuja addis africa amazon america ankara apple arab asia athens baghdad bangkok beijing berlin ' +
  'brasilia britain brussels bucharest budapest buenos cairo canberra caracas china congress ' +
  'copenhagen damascus delhi democrats ' +
  'dhaka downing dublin elysee europe european facebook fed fifa google hamas hanoi havana helsinki ' +
  'hezbollah holyrood imf islamabad jakarta jerusalem kabul khartoum kinshasa kremlin kyiv labour ' +
  'lagos lima lisbon ljubljana london ' +
  'madrid manila meta mexico microsoft moscow nairobi nato netanyahu oecd opec oslo ottawa paris ' +
  'parliament pentagon prague pretoria pyongyang quito republicans riga riyadh rome russia santiago ' +
  'sarajevo scotland seoul silicon singapore ' +
  'sofia stockholm stormont strasbourg syria taipei taliban tallinn tehran tesla tokyo tripoli trump ' +
  'tunis uk un unesco unicef ukraine us vatican vienna vilnius wales wall warsaw washington ' +
  'westminster white who wto zagreb zelensky zelenskyy ' +
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july ' +
  'august september october november december ' +
  'christmas easter ramadan brexit covid covid-19 internet parliament';

/** The English names of all countries and territories, word by word where they are one word. */
function countryNames(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.map((code) => names.of(code)?.toLowerCase()).filter((name) => name !== undefined);
}

export const PLACES_AND_POWERS: ReadonlySet<string> = new Set([...METONYMS.split(' '), ...countryNames()]);

/** Frequent given names of many languages: what tells "Elena Marsh stresses" from "Nordic Lantern stresses". */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'aaron abdul abdullah abigail adam adrian agnes ahmad ahmed aisha alan albert alejandro alex ' +
    'alexander alexandra ali alice amanda amir amy ana andre andrea andreas andrei andrew andy angela ' +
    'anita ann anna anne antonio anthony antonia ' +
    'arthur ayesha barbara beatrice ben benjamin bernard bill bob boris brian bruce camille carl carla ' +
    'carlos carmen caroline catherine cecilia charles charlotte chen chris christian christina christine ' +
    'christopher claire clara claudia ' +
    'daniel daniela david deborah dennis diana diego dmitri dmitry dominic donald dora dorothy edith ' +
    'eduardo edward elena eleanor elias elisabeth elizabeth ella ellen elon emil emily emma emmanuel ' +
    'eric erik ernest esther eva evelyn fatima felix ' +
    'fernando fiona florence frances francesca francis francisco frank franz fred frederik gabriel gary ' +
    'george georgia gerald gerard giorgia giovanni giulia gloria grace graham greg greta guillermo ' +
    'gustavo hannah hans harold harry hassan heather heidi ' +
    'helen helena henri henrik henry hiroshi hugo hussein ian ibrahim ignacio igor ines ingrid irene ' +
    'iris isaac isabel ivan jack jacob jair james jamie jan jane janet jason javier jean jeff jennifer ' +
    'jens jeremy jessica jim joan joao joe johan johannes john ' +
    'jonas jonathan jorge jose joseph josh joshua juan judith julia julian julie julien justin kamala ' +
    'karen karim karin karl kate katherine kathleen keir keith kelly ken kenji kevin khalid kim klaus ' +
    'kristina lars laura lauren lea lee lena leo leon leonardo lewis ' +
    'li liam lina linda lisa liu louis louise luca lucas lucia lucy luis luiz lukas lula magnus malik ' +
    'marc marco margaret maria marie marina mario marion mark markus marta martha martin mary mateo matt ' +
    'matteo matthew maya max megan mehmet mei mia michael michel michelle ' +
    'miguel mike mikhail ming miriam mohamed mohammad mohammed monica mustafa nadia nancy naomi natalia ' +
    'natalie narendra neil nicholas nicola nicolas nikolai nina noah nora olaf oleg olga oliver olivia ' +
    'omar oscar otto owen pablo pamela park patricia patrick paul paula pavel pedro ' +
    'peter petra philip philippe pierre priya rachel rahul raj rania raphael raul rebecca recep ricardo ' +
    'richard rita robert roberto robin roger roland rosa rose ruth ryan sam samuel sandra sanjay sara ' +
    'sarah scott sean sebastian sergei sergey simon sofia sonia sophia sophie stefan stella ' +
    'stephanie stephen steve steven susan sven sylvia takashi tamara tanya tariq teresa theo theresa ' +
    'thomas tim timothy tobias tom tomas tony ulrich ursula valentina valerie vanessa vera victor ' +
    'victoria viktor vincent virginia vivek vladimir volodymyr wang walter wei wendy werner will ' +
    'william winston wolfgang xi yan yasmin yoko yuki yuri yusuf zainab zhang zoe'
  ).split(' '),
);
