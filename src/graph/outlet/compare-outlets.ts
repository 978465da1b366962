/** What outlets are compared by, as rows that the store's relations begin at. */
import { ArgsType, Field } from 'type-graphql';
import type { Row } from '../../store';
import { badUserInput } from '../errors';
import type { Reads } from '../reads/reads';
import { readRange } from '../reads/story-filter';
import { referenceOf } from '../relay/reference';
import { Ref } from '../relay/reference.input';
import { DateTimeRange } from '../story/story-filter.input';

const MOST_OUTLETS = 10;
/** Sorts behind every instant. */
const FOREVER = '~';

@ArgsType()
export class ComparisonArguments {
  @Field(() => [Ref], { description: 'Two to ten outlets, each once.' })
  outlets!: Ref[];

  @Field(() => Ref, { nullable: true, description: 'Only stories about this topic.' })
  topic?: Ref | null;

  @Field(() => DateTimeRange, { nullable: true, description: 'Only stories published in this span; leaves out those without a date, unless it has no bounds.' })
  range?: DateTimeRange | null;
}

/** An outlet that is compared: its id, and the row that its relation begins at. */
export interface ComparedRow extends Row {
  readonly id: string;
}

/**
 * @throws BAD_USER_INPUT for fewer than two outlets, more than ten, one that is given twice, and for outlets and topics
 * that are not there: a comparison that silently left one out would mislead.
 */
export async function compareOutlets(reads: Reads, { outlets, topic, range }: ComparisonArguments): Promise<Row & { outlets: ComparedRow[] }> {
  if (outlets.length < 2 || outlets.length > MOST_OUTLETS) {
    throw badUserInput(`"outlets" must name 2 to ${MOST_OUTLETS} outlets, not ${outlets.length}.`, 'outlets');
  }
  const given = readRange(range, 'range');
  // A span without bounds sets nothing, as in a filter: stories without a date stay.
  const span = given?.from == null && given?.to == null ? null : given;
  const rows = await reads.analyse('Query.compareOutlets', (analyses) =>
    analyses.comparedOutlets(outlets.map(referenceOf), topic == null ? null : referenceOf(topic)),
  );
  const found = rows.map(({ noun, key, id }, place) => {
    if (key !== null && id !== null) return { noun, key, id };
    throw badUserInput(noun === 'topic' ? 'There is no such "topic".' : `"outlets[${place}]" names no outlet.`, `${noun}${noun === 'topic' ? '' : 's'}`);
  });
  const compared = found.filter(({ noun }) => noun === 'outlet');
  const keys = compared.map(({ key }) => key);
  if (new Set(keys).size < keys.length) throw badUserInput('"outlets" names one outlet twice.', 'outlets');
  const rowKey = (outletKey: number, othersOnStory: number): string =>
    JSON.stringify({
      outletKey,
      others: keys.filter((key) => key !== outletKey),
      othersOnStory,
      topicKey: found.find(({ noun }) => noun === 'topic')?.key ?? null,
      start: span?.from ?? '',
      end: span?.to ?? FOREVER,
      isDated: span === null ? 0 : 1,
    });
  const [first = 0] = keys;
  return {
    $key: rowKey(first, keys.length - 1),
    outlets: compared.map(({ key, id }) => ({ $key: rowKey(key, 0), id })),
  };
}
