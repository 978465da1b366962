/** Which language a text is in, when that is certain enough to say so. */
import { detectAll } from 'tinyld';

/** How much of the text is looked at: little first, since the library's cost grows with it; more when that is not sure. */
const SAMPLES = [100, 300] as const;
const SHORTEST = 40;
const SURE = 0.3;
/** How far the best guess must be ahead of the next. */
const LEAD = 3;

/** The language as ISO 639-1, or null when the text is too short or the answer not sure. */
export function languageOf(text: string): string | null {
  if (text.length < SHORTEST && !DENSE_SCRIPT.test(text)) return null;
  for (const [place, length] of SAMPLES.entries()) {
    const shorter = SAMPLES[place - 1] ?? 0;
    const language = text.length > shorter ? sureLanguageOf(text.slice(0, length)) : null;
    if (language !== null) return language;
  }
  return null;
}

/** Ten characters of these say as much as forty letters. */
const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{10}/u;

function sureLanguageOf(sample: string): string | null {
  const [best, next] = detectAll(sample);
  if (best === undefined || best.accuracy < SURE) return null;
  return next === undefined || best.accuracy >= LEAD * next.accuracy ? best.lang : null;
}
