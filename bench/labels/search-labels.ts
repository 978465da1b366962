/**
 * What searches should find: queries as readers would type them, labelled from titles and topics alone, before any
 * search was run.
 */

/** Of the examples, by slug: what the query is after, and what merely touches on it. */
export interface ExampleLabel {
  readonly query: string;
  readonly about: readonly string[];
  readonly touching: readonly string[];
}

/** Of the labelled headlines: the groups that the query is after. */
export interface HeadlineLabel {
  readonly query: string;
  readonly groups: readonly string[];
}

const PSALTER = [
  'amber-psalter-stolen-from-the-museum-of-the-strait',
  'nine-centuries-of-the-amber-psalter',
  'trois-feuillets-du-psautier-d-ambre-reapparaissent',
  'amber-psalter-found-in-a-cello-case-in-halvern',
  'seven-scars-and-a-thumbprint',
  'psalter-returns-and-a-luthier-is-arrested',
];
const STRIKE = [
  'halvern-dockers-vote-to-strike-over-crane-plan',
  'cranes-stand-still-as-halvern-strike-begins',
  'strike-empties-fruit-shelves-and-slows-car-plant',
  'court-refuses-to-forbid-the-halvern-strike',
  'halvern-talks-collapse-before-dawn',
  'mediator-proposes-sixteen-cranes-and-a-guarantee-until-2034',
  'dockers-accept-deal-and-halvern-reopens',
  'striking-dockers-unload-pumps-for-flooded-brackwater',
];
const STRIKE_ELSEWHERE = [
  'satellite-stranded-on-the-quay-by-the-strike',
  'quiet-harbour-brings-porpoises-back-to-halvern-sound',
  'central-bank-cuts-rates-after-a-lost-spring',
  'hafen-halvern-erster-ferngesteuerter-kran',
  'marr-survives-confidence-vote-by-two',
  'halvern-athletic-reach-semi-final-on-a-picket-line',
];
const FLOOD = [
  'dike-breaks-at-brackwater-and-nine-thousand-flee',
  'red-warning-for-the-sorn-as-snow-and-rain-meet',
  'two-found-dead-in-brackwater-as-the-water-falls',
  'insurers-put-the-brackwater-flood-at-640-million-crowns',
  'warning-about-millgate-dike-was-shelved-in-2022',
  'summer-in-the-holiday-park-for-brackwater-families',
  'mayor-pike-tells-inquiry-i-waited-for-a-second-call',
  'striking-dockers-unload-pumps-for-flooded-brackwater',
];
const FLOOD_ELSEWHERE = [
  'brackwater-would-give-220-houses-back-to-the-river',
  'new-barriers-hold-in-the-first-high-water-of-autumn',
  'tour-of-the-sorn-rides-around-the-flood',
  'first-kittiwake-images-show-the-scar-of-the-flood',
  'green-coast-leaves-coalition-over-flood-money',
  'flood-warnings-from-orbit-begin-on-the-sorn',
];
const TESVELIN_TRIAL = [
  'tesvelin-prevents-four-in-five-cases-of-tessel-fever',
  'tesvelin-trial-paused-after-volunteer-falls-ill',
  'tesvelin-trial-reaches-full-strength',
  'safety-board-lets-tesvelin-trial-resume',
];
const TESVELIN_IN_USE = [
  'what-should-a-dose-of-tesvelin-cost',
  'lethmark-licenses-tesvelin',
  'first-doses-of-tesvelin-in-the-forest-huts-of-eskmoor',
];
const TICKS = ['early-ticks-double-the-cases-of-tessel-fever', 'a-year-in-the-life-of-a-tick'];
const SATELLITE = [
  'kittiwake-reaches-orbit-but-its-antenna-stays-shut',
  'sunlight-and-a-shake-free-kittiwakes-antenna',
  'first-kittiwake-images-show-the-scar-of-the-flood',
  'kittiwake-finds-corvaya-drinking-its-reserves',
  'satellite-stranded-on-the-quay-by-the-strike',
  'flood-warnings-from-orbit-begin-on-the-sorn',
];
const DROUGHT = [
  'san-telmar-turns-off-the-taps-at-night',
  'alcorza-reservoir-falls-below-a-fifth',
  'a-ship-that-makes-drinking-water',
  'kittiwake-finds-corvaya-drinking-its-reserves',
  'rain-at-last-in-corvaya-and-too-much-at-once',
];
const OLIVES = ['olive-oil-goes-behind-glass', 'la-cosecha-de-aceituna-sera-la-mas-corta-en-treinta-anos'];
const COPYIST = [
  'welfare-offices-put-copyist-to-work',
  'twelve-thousand-pensioners-get-the-wrong-letter',
  'commissioner-orders-copyist-to-pause',
  'orrery-opens-its-logs-and-copyist-comes-back-with-doubts',
];
const ELECTION = [
  'marr-calls-early-election-for-6-september',
  'three-parties-within-four-points-in-lethmark',
  'a-debate-about-rivers-rents-and-a-broken-microphone',
  'fake-recording-of-wynne-spreads-four-days-before-vote',
  'wynne-comes-first-in-lethmark-without-a-majority',
];
const COALITION = ['lethmark-einigung-auf-koalition', 'in-arnholt-the-talks-turn-to-who-owns-the-meadows', 'wynne-sworn-in-and-askew-gets-the-water'];
const MERGER = [
  'old-mercantile-and-cordell-trust-plan-to-merge',
  'leaked-map-shows-140-branches-marked-red',
  'merger-approved-with-sixty-branches-under-protection',
  'merged-bank-locks-out-900000-customers',
  'arden-gives-up-bonus-and-names-a-date',
];
const FOOTBALL = [
  'halvern-athletic-win-northern-cup-on-penalties',
  'halvern-athletic-reach-semi-final-on-a-picket-line',
  'halvern-athletics-women-turn-professional',
];

export const EXAMPLE_LABELS: readonly ExampleLabel[] = [
  { query: 'psalter', about: PSALTER, touching: ['the-crate-that-came-to-the-museum-by-mistake'] },
  { query: 'amber psalter', about: PSALTER, touching: ['the-crate-that-came-to-the-museum-by-mistake'] },
  { query: 'museum of the strait', about: [...PSALTER, 'the-crate-that-came-to-the-museum-by-mistake'], touching: [] },
  { query: 'strike', about: STRIKE, touching: STRIKE_ELSEWHERE },
  { query: 'port strike', about: STRIKE, touching: STRIKE_ELSEWHERE },
  { query: 'halvern strike', about: STRIKE, touching: STRIKE_ELSEWHERE },
  { query: 'dockers', about: STRIKE, touching: STRIKE_ELSEWHERE },
  { query: 'crane*', about: [...STRIKE, 'hafen-halvern-erster-ferngesteuerter-kran'], touching: ['halvern-athletics-women-turn-professional'] },
  { query: 'flood', about: FLOOD, touching: FLOOD_ELSEWHERE },
  { query: 'brackwater', about: [...FLOOD, 'brackwater-would-give-220-houses-back-to-the-river'], touching: FLOOD_ELSEWHERE },
  { query: 'brackwater flood', about: FLOOD, touching: FLOOD_ELSEWHERE },
  { query: 'dike', about: ['dike-breaks-at-brackwater-and-nine-thousand-flee', 'warning-about-millgate-dike-was-shelved-in-2022'], touching: FLOOD },
  { query: 'flood insurance', about: ['insurers-put-the-brackwater-flood-at-640-million-crowns'], touching: ['two-found-dead-in-brackwater-as-the-water-falls', 'green-coast-leaves-coalition-over-flood-money'] },
  { query: 'mayor pike', about: ['mayor-pike-tells-inquiry-i-waited-for-a-second-call'], touching: ['dike-breaks-at-brackwater-and-nine-thousand-flee', 'two-found-dead-in-brackwater-as-the-water-falls', 'summer-in-the-holiday-park-for-brackwater-families', 'brackwater-would-give-220-houses-back-to-the-river'] },
  { query: 'tesvelin', about: [...TESVELIN_TRIAL, ...TESVELIN_IN_USE], touching: TICKS.slice(0, 1) },
  { query: 'tesvelin trial', about: TESVELIN_TRIAL, touching: TESVELIN_IN_USE },
  { query: 'tessel fever', about: [...TICKS, 'tesvelin-prevents-four-in-five-cases-of-tessel-fever'], touching: [...TESVELIN_IN_USE, ...TESVELIN_TRIAL] },
  { query: 'vaccine', about: [...TESVELIN_TRIAL, ...TESVELIN_IN_USE], touching: [] },
  { query: 'ticks', about: TICKS, touching: ['first-doses-of-tesvelin-in-the-forest-huts-of-eskmoor'] },
  { query: 'kittiwake', about: SATELLITE, touching: ['heron-2-stopped-four-seconds-before-lift-off', 'new-barriers-hold-in-the-first-high-water-of-autumn', 'rain-at-last-in-corvaya-and-too-much-at-once'] },
  { query: 'kittiwake antenna', about: ['kittiwake-reaches-orbit-but-its-antenna-stays-shut', 'sunlight-and-a-shake-free-kittiwakes-antenna'], touching: [] },
  { query: 'satellite', about: SATELLITE, touching: ['heron-2-stopped-four-seconds-before-lift-off'] },
  { query: 'heron 2', about: ['heron-2-stopped-four-seconds-before-lift-off'], touching: ['kittiwake-reaches-orbit-but-its-antenna-stays-shut'] },
  { query: 'drought', about: DROUGHT, touching: OLIVES },
  { query: 'corvaya', about: [...DROUGHT, ...OLIVES], touching: ['psalter-returns-and-a-luthier-is-arrested'] },
  { query: 'olive oil', about: OLIVES, touching: [] },
  { query: 'reservoir', about: ['alcorza-reservoir-falls-below-a-fifth'], touching: DROUGHT },
  { query: 'copyist', about: COPYIST, touching: ['a-law-on-machines-that-decide'] },
  { query: 'artificial intelligence', about: [...COPYIST, 'a-law-on-machines-that-decide'], touching: ['fake-recording-of-wynne-spreads-four-days-before-vote'] },
  { query: 'data protection', about: ['commissioner-orders-copyist-to-pause', 'a-law-on-machines-that-decide'], touching: ['merged-bank-locks-out-900000-customers', ...COPYIST] },
  { query: 'election', about: ELECTION, touching: COALITION },
  { query: 'wynne', about: ['fake-recording-of-wynne-spreads-four-days-before-vote', 'wynne-comes-first-in-lethmark-without-a-majority', ...COALITION], touching: ELECTION },
  { query: 'coalition', about: ['green-coast-leaves-coalition-over-flood-money', ...COALITION], touching: ['wynne-comes-first-in-lethmark-without-a-majority'] },
  { query: 'green coast', about: ['green-coast-leaves-coalition-over-flood-money'], touching: [...COALITION, ...ELECTION, 'marr-survives-confidence-vote-by-two'] },
  { query: 'bank merger', about: MERGER, touching: [] },
  { query: 'old mercantile', about: MERGER, touching: [] },
  { query: 'interest rates', about: ['central-bank-cuts-rates-after-a-lost-spring'], touching: [] },
  { query: 'northern cup', about: ['halvern-athletic-win-northern-cup-on-penalties', 'halvern-athletic-reach-semi-final-on-a-picket-line'], touching: ['halvern-athletics-women-turn-professional'] },
  { query: 'halvern athletic', about: FOOTBALL, touching: [] },
  { query: 'night train', about: ['night-train-between-arnholt-and-saint-aurin-returns'], touching: ['amber-psalter-found-in-a-cello-case-in-halvern'] },
  { query: 'marathon', about: ['district-nurse-runs-fastest-marathon-in-lethmarks-history'], touching: [] },
  { query: 'porpoises', about: ['quiet-harbour-brings-porpoises-back-to-halvern-sound'], touching: ['aonagi-fishers-and-turbines-learn-to-share-a-strait'] },
  { query: '青凪', about: ['aonagi-kaikyo-no-choryu-hatsuden-ga-sodensho-kaishi'], touching: [] },
];

export const HEADLINE_LABELS: readonly HeadlineLabel[] = [
  { query: 'fed taper', groups: ['ddUyU0VZz0BRneMioxUPQVP6sIxvM'] },
  { query: 'plosser', groups: ['ddUyU0VZz0BRneMioxUPQVP6sIxvM'] },
  { query: 'bull market', groups: ['dI9ljXtoQ1MVO0MS9Jal_UwOprebM'] },
  { query: 'metro-north worker killed', groups: ['dEMAAHOiiULKoTMlQ5PeakjabUaYM'] },
  { query: 'herbalife', groups: ['dsxeQTqHzsYQzrM7usRl_Shtda-iM'] },
  { query: 'ackman lobbying', groups: ['dsxeQTqHzsYQzrM7usRl_Shtda-iM'] },
  { query: 'american airlines jetblue', groups: ['dqGernbFbzJ9-vM23ku_IW3-I2IPM'] },
  { query: 'chiquita', groups: ['d2OyTeAXDFQpb3M9Cr_Ftde6Ig0aM'] },
  { query: 'banana merger', groups: ['d2OyTeAXDFQpb3M9Cr_Ftde6Ig0aM'] },
  { query: 'municipal', groups: ['dB-tpHT6UcWshiMWbl2RE5KjRPsJM'] },
  { query: 'orion', groups: ['ddMsNh_ZO_dFyUMVRJr3gBnMqYMjM'] },
  { query: 'elephants', groups: ['dscOtqgWdviOnVMXq31YgCRenTRqM'] },
  { query: 'mt gox', groups: ['dUtPmDoOKHwco0M4wh2hZy-Sx5CrM'] },
  { query: 'bitcoin', groups: ['dUtPmDoOKHwco0M4wh2hZy-Sx5CrM'] },
  { query: 'jaguars', groups: ['djP4U3GpYletnEMmwOgVtt1u6VbBM'] },
  { query: 'gm recall', groups: ['d6oHu5PfuD_389MzHgrh61KXagXnM', 'd9U18-FbnX6iAeMfWCPiWF-ATySKM'] },
  { query: 'apple tv', groups: ['duyKLygj6joC2EMjuUKz3bIErTg1M'] },
  { query: 'gas prices', groups: ['dQ1hBSN6YmfxF9Mwn5_M8L421ikbM'] },
  { query: 'zimmerman', groups: ['d7RBEwyH92gFSrMjpl764nNfewB0M'] },
  { query: 'game of thrones', groups: ['doklLt-bdL5ggOMQ_e6SbdaJYJr5M'] },
  { query: 'lindsay lohan', groups: ['d-j0NxvRU7t3t8M-vJ--LXhVdVkvM'] },
  { query: 'miley cyrus dressing room', groups: ['dQ7mGX5Q5MsdjmMycY3sCTlY_y57M'] },
  { query: 'zac efron', groups: ['dEwcrt6LPSpnQZMj6PUU87nPXmo7M'] },
  { query: 'lena dunham', groups: ['dIAUryHj5P5xMKMj_WJbFcAQncTbM'] },
  { query: 'bieber', groups: ['dCxvbre5Du4-F-MroYv-rcXZ19RtM'] },
  { query: 'keibler', groups: ['dhkRgwm8w7ydmEMc5T-ETIrrC4TAM'] },
  { query: 'taylor swift', groups: ['dqJSZAbIJ1RpWBMuWD0zH4dLp0drM'] },
  { query: 'prince harry', groups: ['dij14v8cFo92W2Motx3LIiDRgIb8M'] },
  { query: 'ban bossy', groups: ['dSg2r49OAZjxU0MKNazc_QdiwDkOM'] },
  { query: 'marijuana', groups: ['deGkRmE5aHbs6kMtE8NwN79vpnZaM'] },
  { query: 'penney', groups: ['doOPH86P2iH5MGM-MwzI9Og7OD0LM'] },
  { query: 'libya tanker', groups: ['dZN_cm41wSN59aMjra4bdYw_-ofgM'] },
  { query: 'north korean ship', groups: ['dZN_cm41wSN59aMjra4bdYw_-ofgM'] },
  { query: 'american eagle', groups: ['deYL2OkCPwXoOzM9r7-DQgO5cPl_M'] },
  { query: 'urban outfitters', groups: ['djt9XrrBselwTwM8zuiF2B5iM25GM'] },
  { query: 'sac capital', groups: ['daD7c9KSNVtBGFMnxXoWeIeZAzx3M'] },
  { query: 'job openings', groups: ['dQ2X13huYM6KeAMCNxi9eKV6e1h0M'] },
  { query: 'emerging economies', groups: ['d92F0oRwK1HBLOMJpK--0qhL0j9AM'] },
  { query: 'sporting goods', groups: ['dwKnXRvpNBjrrGMSTNYEvS-Dj_rIM'] },
  { query: 'twitter', groups: ['dAYE1n5o-1fN7UMo9gparMNdIRNuM'] },
  { query: 'twitter outage', groups: ['dAYE1n5o-1fN7UMo9gparMNdIRNuM'] },
  { query: 'flappy bird', groups: ['dTtx9G2RDbmc5YMasGm422Zcm7TVM'] },
  { query: 'google docs', groups: ['drX6899CKARDAkMFL2AtHBdOsDeFM'] },
  { query: 'volcanoes', groups: ['d5QLB3YPAiLMvLMBwfhnasFbY4gkM'] },
  { query: 'shailene woodley', groups: ['ddfEq1wKc7iCzGMvYSy_ekodamTeM'] },
];
