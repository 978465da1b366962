/** How many stories a topic has in the days, weeks or months of a span of time. */
import type { GraphQLResolveInfo } from 'graphql';
import { intervalsIn, startBefore, type Period } from '../../domain/calendar';
import type { Row } from '../../store';
import type { RequestContext } from '../context';
import { badUserInput } from '../errors';
import { checkSize, DEFAULT_PAGE_SIZE } from '../relay/page-arguments';
import type { TimelineArguments, VolumeArguments } from './topic-period.type';

/** More than a year of days, seven of weeks. */
const MOST_INTERVALS = 400;
const USUAL_INTERVALS = 30;

/** The stories of one interval; instants as the store has them. */
export interface Volume {
  readonly start: string;
  readonly end: string;
  readonly storyCount: number;
}

/** Every interval of the span, oldest first, empty ones too. @throws BAD_USER_INPUT for a span that is empty or too long. */
export async function volumeOf(
  topic: Row,
  given: VolumeArguments,
  { reads, now }: RequestContext,
  { parentType }: GraphQLResolveInfo,
): Promise<Volume[]> {
  const spans = intervalsOf(given, now).map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() }));
  const variant = `${given.interval} ${spans[0]?.start} ${spans.length}`;
  const counts = await reads.figure(`${parentType.name}.volume`, variant, topic, (analyses, keys) => analyses.topicVolumes(keys, spans));
  return spans.map((span, place) => ({ ...span, storyCount: counts[place] ?? 0 }));
}

/** The intervals that have stories, newest first, each a row that its stories are read from. @throws BAD_USER_INPUT likewise. */
export async function timelineOf(
  topic: Row,
  given: TimelineArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<(Volume & Row)[]> {
  checkSize('first', given.first);
  const volume = await volumeOf(topic, given, context, info);
  return volume
    .filter(({ storyCount }) => storyCount > 0)
    .reverse()
    .slice(0, given.first ?? DEFAULT_PAGE_SIZE)
    .map((period) => ({ ...period, $key: JSON.stringify({ topicKey: topic.$key, start: period.start, end: period.end }) }));
}

function intervalsOf({ interval, from, to }: VolumeArguments, now: Date): Period[] {
  const end = to ?? now;
  // An instant before the end: where that is a boundary, the interval that begins there is not meant.
  const last = new Date(end.getTime() - 1);
  const start = from ?? startBefore(interval, last, USUAL_INTERVALS - 1);
  if (start >= end) throw badUserInput('"from" must be before "to".', 'from');
  const intervals = intervalsIn(interval, { start, end }, MOST_INTERVALS);
  if (intervals === null) {
    throw badUserInput(`From "from" to "to" there may be ${MOST_INTERVALS} intervals; give a shorter span or a longer interval.`, 'from');
  }
  return intervals;
}
