/** Which language a text is in, when that is certain enough to say so. */
import { detectAll } from 'tinyld';

/**
 * How much of the text is looked at, and how sure the answer must be: little first, since the library's cost
 * grows with it; more when that does not settle it.
 */
const SAMPLES = [
  { length: 60, sure: 0.4 },
  { length: 200, sure: 0.3 },
] as const;
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
  for (const { length, sure } of SAMPLES) {
    const language = sureLanguageOf(text.slice(0, length), sure);
    if (language !== null) return language;
  }
  return null;
}

/** Ten characters of these say as much as forty letters. */
const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{10}/u;

function sureLanguageOf(sample: string, sure: number): string | null {
  const [best, next] = detectAll(sample, { only: LANGUAGES });
  if (best === undefined || best.accuracy < sure) return null;
  return next === undefined || best.accuracy >= LEAD * next.accuracy ? best.lang : null;
}
