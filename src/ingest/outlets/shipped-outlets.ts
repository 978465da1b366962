import { OutletDictionary } from './outlet-dictionary';
import records from './outlets.json';

let shipped: OutletDictionary | null = null;

/** The dictionary that comes with the product: some 200 outlets of all continents, written from general knowledge. */
export function shippedOutlets(): OutletDictionary {
  shipped ??= new OutletDictionary(records);
  return shipped;
}
