// One shop's part of the basket, held against what the shop has signed last.

import { kindOf, looseMeasure, priceLine } from './money.js';
import { BadWord, signedRecord } from './sealing.js';
import { seenOf } from '../resources/org/echoppe/web/static/basket.js';

const AT_ONCE = 6;
let running = 0;
const waiting = [];

/** A browser opens few connections: so many questions at a time. */
async function inTurn(ask) {
  if (running >= AT_ONCE) await new Promise(go => waiting.push(go));
  running++;
  try { return await ask(); } finally {
    running--;
    waiting.shift()?.();
  }
}

async function json(path) {
  const answer = await inTurn(() => fetch(path, { credentials: 'omit', cache: 'no-store' })).catch(() => null);
  if (!answer) throw new BadWord('unreachable');
  if (!answer.ok) throw new BadWord(answer.status === 404 ? 'absent' : 'unreachable');
  return { body: await answer.json(), date: Date.parse(answer.headers.get('Date')) };
}

/** How the shop hands over: its clock's zone, its slots, and the zones that hold a postcode. */
export const handover = async (did, postalCode) =>
  (await json(`/api/v1/merchants/${did}/handover${postalCode ? '?postalCode=' + encodeURIComponent(postalCode) : ''}`)).body;

const sameMeasure = (a, b) => a?.quantity === b?.quantity && a?.unit === b?.unit;

/** What keeps a line from being ordered as it stands: null, 'gone', 'forged', 'out', 'currency', 'changed' or 'price'. */
function problemOf(line, record, currency) {
  if (record === null || record.test === true) return 'gone';
  const kind = kindOf(record, line.variant), priced = priceLine(record, line.variant, line.quantity);
  if (kind === undefined) return 'gone';
  if ((kind?.availability ?? record.availability) === 'outOfStock') return 'out';
  const now = seenOf(record, line.variant), loose = looseMeasure(record);
  if (!sameMeasure(line.seen.loose, loose) || !priced && priceLine(record, line.variant, loose ? loose.quantity : 1)) return 'changed';
  if (!priced) return 'gone';
  if (priced.currency !== currency) return 'currency';
  return now.amount !== line.seen.amount || now.currency !== line.seen.currency ? 'price' : null;
}

async function checkLine(did, line, currency) {
  try {
    const { record, cid } = await inTurn(() => signedRecord(did, line.rkey));
    const problem = problemOf(line, record, currency);
    return { line, record, cid, problem, priced: problem ? null : priceLine(record, line.variant, line.quantity) };
  } catch (error) {
    if (error instanceof BadWord && error.message !== 'absent') throw error;
    return { line, record: null, cid: null, priced: null, problem: error instanceof BadWord ? 'gone' : 'forged' };
  }
}

const closedOn = (status, today) => status?.state === 'gone' ? 'gone'
  : status?.state === 'closed' && !(status.until && status.until <= today) ? 'closed' : null;

/**
 * Asks anew about a shop and everything that is wanted of it.
 * @returns {shop, lines, trouble}: a trouble of the whole is 'unreachable', 'absent', 'stale', 'forged', 'closed', 'gone' or 'noOrders'
 */
export async function check(shop) {
  const till = { shop, lines: shop.lines.map(line => ({ line, record: null, priced: null, problem: null })), trouble: null, skew: 0 };
  try {
    const profile = await inTurn(() => signedRecord(shop.did, 'self'));
    const [merchant, hands] = await Promise.all([json('/api/v1/merchants/' + shop.did), handover(shop.did)]);
    const record = profile.record, today = new Date().toLocaleDateString('sv', { timeZone: hands.zone });
    Object.assign(till, {
      profile: record, cid: profile.cid, signedAt: profile.signedAt, currency: record.currency, zone: hands.zone,
      slots: record.fulfilment?.pickup ? hands.slots : [], away: !merchant.body.reachable,
      delivers: Boolean(record.fulfilment?.delivery?.length),
      skew: Number.isFinite(merchant.date) ? merchant.date - Date.now() : 0,
    });
    till.trouble = closedOn(record.status, today)
      ?? (record.encryptionKey && (till.slots.length || till.delivers) ? null : 'noOrders');
    till.lines = await Promise.all(shop.lines.map(line => checkLine(shop.did, line, record.currency)));
  } catch (error) {
    till.trouble = error instanceof BadWord ? error.message : 'forged';
  }
  return till;
}

/** What distinguishes two checks to whoever has read the first. */
export const essence = till => JSON.stringify([till.trouble, till.cid, till.lines.map(({ line, cid, problem }) => [line, cid, problem])]);
