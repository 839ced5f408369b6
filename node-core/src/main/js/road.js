// The way of an order's letters to the shop and of its answers back: sent until taken, asked after ever more seldom.

import { latest } from './answers.js';
import { answerOf, envelope, receiptOf, signedRecord, WORD, work } from './sealing.js';
import { isMoment } from './shape.js';
import * as shelf from './shelf.js';

const TYPE = 'application/vnd.echoppe.envelope+json', MOST_WORK = 22, RANK = ['unsent', 'kept', 'atMailbox', 'arrived', 'read'];
const TIMEOUT = 30_000;

const REFUSED = { 400: 'refused', 404: 'unknownShop', 409: 'refused', 413: 'tooLong', 415: 'refused', 422: 'refused' };
/** Why it is not taken now and may be later. */
const LATER = { 429: 'busy', 503: 'closed', 507: 'full' };

/** @param report is told how likely it is that the work asked for is done by now, where there is any */
async function post(letter, report) {
  const headers = { 'Content-Type': TYPE };
  for (let tries = 0; tries < 2; tries++) {
    const answer = await fetch('/api/v1/envelopes', { method: 'POST', body: letter.body, headers, credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT) }).catch(() => null);
    if (answer?.status === 202 || answer?.status === 200) return { state: 'kept' };
    if (REFUSED[answer?.status]) return { state: 'refused', why: REFUSED[answer.status] };
    const asked = answer?.status === 429 ? await answer.json().catch(() => ({})) : {};
    if (!(asked.bits > 0 && asked.bits <= MOST_WORK)) return { state: 'unsent', why: LATER[answer?.status] };
    headers['Echoppe-Work'] = String(await work(asked.salt, letter.id, asked.bits, report));
  }
  return { state: 'unsent', why: 'busy' };
}

/** Sends what has not been taken yet, in its order; the order as it stands then, null where it is gone. */
export const send = (id, report) => navigator.locks.request('echoppe-send-' + id, async () => {
  for (;;) {
    const order = await shelf.update(id, () => {});
    const letter = order?.letters.find(one => one.state === 'unsent');
    if (!letter) return order;
    const { state, why } = await post(letter, report);
    const after = await shelf.update(id, kept => {
      const mine = kept.letters.find(one => one.id === letter.id);
      if (mine.state === 'unsent') Object.assign(mine, { state, why });
    });
    if (state === 'unsent' || !after) return after;
  }
});

/** Says something more about an order: kept first, then sent. */
export async function speak(order, kind, more = {}) {
  const now = new Date().toISOString(), words = order.letters.filter(letter => letter.number);
  const since = Math.floor((Date.parse(now) - Date.parse(order.createdAt)) / 1000);
  // counted in seconds, so that another browser with the same keys does not use a number again
  const number = Math.max(1, since, ...words.map(word => word.number + 1));
  const payload = { v: 1, order: order.id, number, kind, ...more, createdAt: now };
  // a shop changes its key now and then, and keeps the old one for some weeks
  const key = await signedRecord(order.to, 'self').then(found => found.record.encryptionKey).catch(() => null);
  const sealed = await envelope({ typ: WORD, payload, keys: order.keys, reply: order.reply, replyAt: order.replyAt, to: order.to,
    encryptionKey: key ?? order.encryptionKey });
  await shelf.update(order.id, kept => kept.letters.push({ ...sealed, kind, ...more, number, state: 'unsent', at: now, after: kept.answers.at(-1)?.number ?? 0 }));
  return send(order.id);
}

const settled = letter => letter.state === 'read' || letter.state === 'refused' || letter.state === 'expired';

/** Whether the last question found nobody: what is shown may be old then. */
export const contact = { lost: false };

async function ask(order, letter) {
  const answer = await fetch('/api/v1/envelopes/' + letter.id, { credentials: 'omit', cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT) }).catch(() => null);
  contact.lost = !answer;
  if (!answer?.ok) return null;
  const { state, since, receipts, answers } = await answer.json(), found = { state, since: isMoment(since) ? since : null, replies: [] };
  // only the shop itself can say that something arrived
  if (state === 'arrived' || state === 'read') found.state = 'atMailbox';
  for (const receipt of receipts ?? []) {
    const told = await receiptOf(receipt, order.to, letter).catch(() => null);
    if (told && RANK.indexOf(told.state) > RANK.indexOf(found.state)) Object.assign(found, { state: told.state, since: told.at });
  }
  for (const one of answers ?? []) {
    const reply = await answerOf(one, order).catch(() => null);
    if (reply) found.replies.push(reply);
  }
  return found;
}

/** Asks after an order; whether anything is new. */
export async function follow(order) {
  if (order.letters.some(letter => letter.state === 'unsent')) await send(order.id);
  const open = order.letters.filter((letter, i) => letter.state !== 'unsent' && letter.state !== 'refused' && (i === 0 || !settled(letter)));
  let news = false;
  for (const letter of open) {
    const found = await ask(order, letter);
    if (!found) continue;
    await shelf.update(order.id, kept => {
      const mine = kept.letters.find(one => one.id === letter.id);
      if (found.state === 'expired' ? !settled(mine) : RANK.indexOf(found.state) > RANK.indexOf(mine.state)) {
        Object.assign(mine, { state: found.state, since: found.since });
        // what has arrived need not be sent again
        if (found.state === 'arrived' || found.state === 'read') mine.body = null;
        news = true;
      }
      for (const reply of found.replies) {
        if (!kept.answers.some(one => one.number === reply.number)) {
          kept.answers.push(reply);
          kept.answers.sort((a, b) => a.number - b.number);
          news = true;
        }
      }
    });
  }
  return news;
}

const OVER = new Set(['completed', 'declined', 'cancelled', 'withdrawn', 'refunded']);

/** Asks after all orders while somebody looks: soon after something happened, then ever more seldom. */
export function followAll(after) {
  const SOON = 2_000, SELDOM = 120_000;
  let wait = SOON, timer = 0, asking = false, again = false;
  const askAfter = async order => {
    const idle = OVER.has(latest(order)?.state) && order.letters.every(settled);
    return (!idle || wait >= SELDOM || wait === SOON) && await follow(order);
  };
  const round = async () => {
    if (asking || document.hidden) return;
    asking = true;
    again = false;
    const { lost } = contact;
    let news = false;
    try {
      // one that cannot be asked after keeps no other from it
      for (const order of await shelf.all()) news = await askAfter(order).catch(() => false) || news;
    } catch { /* a closed page, a full disk: the next round tells */ } finally { asking = false; }
    wait = news ? SOON : Math.min(SELDOM, wait * 1.6);
    timer = setTimeout(round, again ? 0 : wait);
    if (news || contact.lost !== lost) after?.();
  };
  const soon = () => {
    clearTimeout(timer);
    wait = SOON;
    // a round that runs now may have asked before what is told here happened
    again = true;
    timer = setTimeout(round, 0);
  };
  addEventListener('online', soon);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) soon(); });
  soon();
  return soon;
}
