/** Where the text stops, and which node that hits. */
import type { DocumentWarning } from '../../document';
import type { Line } from './line';
import type { Outline, OutlineItem, OutlineSection } from './outline';
import { endsComplete } from './truncation';
import { warning } from './warnings';

/** The end of a brief. */
export interface Stop {
  /** The text stops before it is over. */
  readonly isTruncated: boolean;
  readonly warnings: DocumentWarning[];
  /** Whether the text stops inside this section, question or topic. */
  hits(part: OutlineSection | OutlineItem): boolean;
}

/** Finds out whether a brief is whole: its last text ends as texts do, and nothing is announced that does not come. */
export function stopOf(outline: Outline, lines: readonly Line[], endsInsideCharacter: boolean): Stop {
  const { last, stopsAtHeading } = outline;
  const lastLine = lines.at(-1);
  const isTruncated =
    endsInsideCharacter ||
    stopsAtHeading ||
    lacksIntro(outline) ||
    (lastLine !== undefined && !endsComplete(lastLine.raw));
  return {
    isTruncated,
    warnings: isTruncated
      ? [warning('TRUNCATED', `the text stops before it is over, ${placeOf(outline)}`, lastLine?.number)]
      : [],
    hits: (part) => isTruncated && part === last,
  };
}

/** A question whose title is the last line: its intro was still to come. */
function lacksIntro({ last, questions }: Outline): boolean {
  const question = questions.at(-1);
  return question !== undefined && question === last && question.lines.length === 1;
}

function placeOf({ last, questions, topics }: Outline): string {
  if (last === null) return 'behind a heading or bullet';
  if (last.type === 'section') return `in the section "${last.heading}"`;
  const question = questions.indexOf(last);
  return question >= 0 ? `in question ${question + 1}` : `in topic ${topics.indexOf(last) + 1}`;
}
