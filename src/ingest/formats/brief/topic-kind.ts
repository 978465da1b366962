/** "… is an American politician" → PERSON: what a lead sentence says of a topic's kind. */
import type { TopicKind } from '../../../domain/story-draft';

const NOUNS: Readonly<Record<TopicKind, string>> = {
  PERSON:
    'academic activist actor actress admiral ambassador analyst anchor anthropologist archbishop ' +
    'architect artist astronaut astronomer athlete attorney author ballerina banker barrister ' +
    'billionaire biologist bishop blogger boxer broadcaster ' +
    'businessman businessperson businesswoman cardinal cartoonist ceo chancellor chef chemist ' +
    'choreographer climber coach columnist comedian commander composer conductor cook cricketer criminal ' +
    'critic curator cyclist dancer dancer ' +
    'defector designer developer diplomat director dissident doctor driver ecologist economist editor ' +
    'emperor engineer entrepreneur epidemiologist executive explorer filmmaker financier fisherman ' +
    'footballer general geneticist geologist goalkeeper golfer governor guitarist gymnast ' +
    'heiress historian humanitarian illustrator imam industrialist influencer inventor investor jockey ' +
    'journalist judge jurist king lawyer lawmaker leader legislator linguist magnate mathematician mayor ' +
    'medic meteorologist midfielder minister model monarch mountaineer musician nobleman novelist nurse ' +
    'official ' +
    'oligarch painter patriarch pathologist person personality philanthropist philosopher photographer ' +
    'physician physicist pianist pilot player playwright poet politician pope preacher president ' +
    'presenter priest prince princess producer professor programmer prosecutor psychologist publisher ' +
    'queen racer rapper researcher ruler ' +
    'sailor scholar scientist screenwriter sculptor secretary senator sheikh singer skier skipper ' +
    'socialite sociologist soldier songwriter spokesman spokesperson spokeswoman statesman striker ' +
    'student surfer surgeon swimmer teacher technocrat television-host tycoon vice-president violinist ' +
    'virologist volcanologist whistleblower woman man wrestler writer youtuber',
  ORGANISATION:
    'administration agency airline alliance army association authority automaker bank band bloc body ' +
    'brand broadcaster bureau business cabinet carmaker central-bank chain charity choir church club ' +
    'coalition college commission committee company confederation conglomerate congregation congress ' +
    'consortium ' +
    'cooperative co-operative corporation council court daily department developer directorate ' +
    'distributor division ensemble federation firm force foundation franchise fund government group ' +
    'guild hospital initiative institute institution insurer intelligence-agency judiciary label ' +
    'laboratory league legislature library maker manufacturer ' +
    'magazine militia ministry monarchy-office movement multinational navy network newspaper ngo ' +
    'nonprofit non-profit observatory office operator orchestra order organisation organization ' +
    'parliament partnership party police polytechnic producer provider publisher regulator retailer ' +
    'school senate service-provider shipbuilder shipyard society squad start-up startup ' +
    'studio subsidiary supplier supermarket team think-tank tabloid theatre-company tribunal troupe ' +
    'trust union university utility watchdog weekly workshop',
  PLACE:
    'airport archipelago area atoll avenue basin bay beach borough bridge building canal canyon capital ' +
    'castle cathedral cemetery channel city coast coastline commune community continent country county ' +
    'crater dam delta desert district dependency emirate ' +
    'enclave estuary exclave fjord forest fortress gallery garden glacier gulf hamlet harbor harbour ' +
    'headland highway hill home-stadium inlet island islands isle islet isthmus kingdom lagoon lake ' +
    'landmark landmass locality metropolis monarchy monastery monument mosque mountain mountains ' +
    'municipality museum nation neighborhood neighbourhood ocean oblast ' +
    'palace park parish peninsula plain planet plateau plaza polity port prefecture principality prison ' +
    'province quarter railway range reef region republic reserve reservoir resort river road ruin sea ' +
    'seaport settlement shrine site sound square stadium star state station strait street suburb ' +
    'sultanate synagogue temple territory theatre theater tower town township ' +
    'tunnel valley village volcano ward waterfall waterway wetland zoo',
  EVENT:
    'assassination attack avalanche battle blackout blizzard blockade bombing boycott campaign ' +
    'celebration ceremony championship collapse competition concert conference conflict congress contest ' +
    'convention coup crash crisis cup cyclone demonstration depression derailment disaster drought ' +
    'earthquake election elections epidemic eruption event exhibition explosion exposition fair famine ' +
    'festival fight final fire flood floods game games genocide heatwave heist holiday hurricane ' +
    'incident insurgency invasion killing landslide launch marathon massacre match meeting mission ' +
    'mobilisation murder mutiny negotiations ' +
    'offensive olympics operation outbreak pandemic poll pogrom primary protest protests race rally ' +
    'rebellion recession referendum revolt revolution riot riots robbery scandal season shooting siege ' +
    'spill storm strike summit theft tournament tragedy trial tsunami typhoon uprising war wildfire wreck',
  PRODUCT:
    'aircraft airliner airplane album antibiotic app application book browser camera car chatbot chip ' +
    'code-editor computer console cryptocurrency device documentary drug engine episode film format game ' +
    'gun helicopter jet language-model laptop medication medicine missile model-of-car motorcycle ' +
    'musical newsletter novel opera operating-system ' +
    'painting phone platform play plane podcast poem portal product program programme reactor rocket ' +
    'satellite sculpture series ship show sitcom smartphone software song soundtrack spacecraft ' +
    'spaceship submarine symphony system tablet tank telescope tool toolkit tram vaccine vehicle vessel ' +
    'videogame website weapon yacht service marketplace search-engine assistant ' +
    'airship probe rover lander locomotive train ferry currency',
  SUBJECT:
    'accord act activity agreement animal art bacterium bacteria belief bill branch breed chemical ' +
    'cancer class concept condition constitution convention-on crime cuisine culture deal debt ' +
    'discipline disease disorder doctrine doctrine drink economy element ethnicity family fiber field ' +
    'fish food framework fuel genre genus ideology idea illness industry infection infrastructure ' +
    'instrument language law legislation mammal material measure metal method mineral pact parasite ' +
    'phenomenon philosophy policy practice principle procedure process profession programme-of protocol ' +
    'religion right rule science sector sport species standard statute subject substance syndrome ' +
    'system-of tax technique technology theory therapy treaty type virus way idiom',
};

const KINDS: ReadonlyMap<string, TopicKind> = new Map(
  (Object.keys(NOUNS) as TopicKind[]).flatMap((kind) =>
    NOUNS[kind].split(' ').map((noun): [string, TopicKind] => [noun, kind]),
  ),
);

/** Here what the topic is ends, and what it does, where and since when begins. */
const END: ReadonlySet<string> = new Set(
  (
    'who which that where whose when of in on at by for from to with within near between under since located ' +
    'situated headquartered based founded owned operated known serving responsible published developed' +
    'created made built held fought led about against during after throughout across dedicated consisting ' +
    'comprising set off along bordering bordered born best currently formerly as covering directed starring' +
    'produced written released'
  ).split(' '),
);

/** The kind that a predicate ("an American politician and businessman since 1999") says, or null. */
export function kindOf(predicate: string): TopicKind | null {
  const words = predicate.toLowerCase().slice(0, 300).split(/\s+/);
  if (/^(?:a|the \S+) member of\b/.test(predicate)) return 'PERSON';
  const isOneOf =
    /^(?:one|part|any|some|two|three|the name|a type|a form|a kind|a series|a group|a set|a branch|a city and|the title)\b/.test(
      words.slice(0, 2).join(' '),
    );
  const from = isOneOf ? Math.max(0, words.indexOf('of') + 1) : 0;
  const phrase: string[] = [];
  for (const word of words.slice(from)) {
    const bare = word.replace(/[^\p{L}\p{N}-]/gu, '');
    if (END.has(bare) && phrase.length > 0) break;
    phrase.push(bare);
    // The first of several things that it is tells the kind: "a politician, author and film producer".
    if (/[,;.]$/.test(word) && nounIn(phrase) !== null) break;
    if (bare === 'and' && nounIn(phrase) !== null) break;
  }
  return nounIn(phrase);
}

/** In English the noun comes last: "a video-sharing social networking service". */
function nounIn(phrase: readonly string[]): TopicKind | null {
  for (const word of [...phrase].reverse()) {
    const kind = KINDS.get(word) ?? KINDS.get(singular(word)) ?? KINDS.get(word.split('-').at(-1) ?? '');
    if (kind !== undefined) return kind;
  }
  return null;
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:s|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, '');
}
