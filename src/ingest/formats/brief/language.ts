/** Which language a text is in, when that is certain enough to say so. */
import { createRequire } from 'node:module';
import type * as Tinyld from 'tinyld';

const load = createRequire(__filename);
let library: typeof Tinyld | null = null;

/** Loading it takes a quarter of a server's start, and a server that serves needs it not. */
function tinyld(): typeof Tinyld {
  return (library ??= load('tinyld') as typeof Tinyld);
}

/** How much of the text the library sees. */
const SAMPLE = 300;
const SURE = 0.3;
const SHORTEST = 40;
/** How far the best guess must be ahead of the next. */
const LEAD = 3;

/** Those that much news is written in. The library knows rarer ones too, and takes short English texts for them. */
const LANGUAGES = (
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv mk ms nl no pl pt ro ru ' +
  'sk sl sq sr sv ta te th tr uk ur vi zh'
).split(' ');

/** The language as ISO 639-1, or null when the text is too short or the answer not sure. */
export function languageOf(text: string): string | null {
  if (text.length < SHORTEST && !DENSE_SCRIPT.test(text)) return null;
  if (isPlainlyEnglish(text.slice(0, SAMPLE))) return 'en';
  const [best, next] = tinyld().detectAll(text.slice(0, SAMPLE), { only: LANGUAGES });
  if (best === undefined || best.accuracy < SURE) return null;
  return next === undefined || best.accuracy >= LEAD * next.accuracy ? best.lang : null;
}

/** No other language has "the"; with three of these beside it there is no doubt. */
const ENGLISH =
  /(?<![\p{L}\p{N}'’-])(?:and|are|been|for|from|has|have|of|that|their|to|was|were|which|with)(?![\p{L}\p{N}'’-])/gu;

/** Most briefs are in English, and the library costs as much as all the rest of parsing: its common case is settled here. */
function isPlainlyEnglish(sample: string): boolean {
  return /(?:^|\s)[Tt]he\s/.test(sample) && new Set(sample.match(ENGLISH)).size >= 3;
}

/** Ten characters of these say as much as forty letters. */
const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{10}/u;
