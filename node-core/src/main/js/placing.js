// From the basket to sealed orders: each is kept on this computer before anything is sent, and the same envelope is sent until it
// is taken, so that no order is lost and none is placed twice.

import { change, random, read, sameLine } from '../resources/org/echoppe/web/static/basket.js';
import { envelope, newOrder, ORDER } from './sealing.js';
import * as shelf from './shelf.js';
import { send } from './road.js';

const RELAYED = 10 * 60_000, BREAKS = /[\n\t]/g, CONTROL = /[\p{Cc}\u2028\u2029]/gu;
const UNSEEN = /[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/** Takes out what was ordered, and nothing that was put in meanwhile: that begins a new cart. */
function takeOut(did, cart, lines) {
  change(shops => {
    const shop = shops.find(one => one.did === did && one.cart === cart);
    if (!shop) return;
    for (const line of lines) {
      const here = shop.lines.find(one => sameLine(one, line));
      if (here) here.quantity -= line.quantity;
    }
    shop.lines = shop.lines.filter(line => line.quantity > 0);
    shop.cart = random();
  });
}

/** Puts back what could not be ordered as it was chosen; twice is once. */
export function putBack(order) {
  const none = new Set((order.answers.at(-1)?.lines ?? []).flatMap((line, i) => line.accepted === 0 ? [i] : []));
  change(shops => {
    let shop = shops.find(one => one.did === order.to);
    if (!shop) shops.push(shop = { did: order.to, cart: random(), name: order.shop.name, lines: [] });
    order.lines.forEach(({ rkey, variant, quantity, name, kind, unitPrice, loose }, i) => {
      const line = { rkey, variant, quantity, seen: { name, kind, amount: unitPrice, currency: order.currency, ...(loose ? { loose } : {}) } };
      if (!none.has(i) && !shop.lines.some(one => sameLine(one, line))) shop.lines.push(line);
    });
  });
}

/** As strict readers take it: no control characters, no turning marks. */
export function clean(text, several = false) {
  const plain = (text ?? '').normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSEEN, '');
  return (several ? plain : plain.replace(BREAKS, ' ')).replace(CONTROL, c => several && /[\n\t]/.test(c) ? c : ' ').trim();
}

function told({ line, record, cid, priced }) {
  const { name, kind, loose } = line.seen;
  return {
    rkey: line.rkey, cid, variant: line.variant, quantity: line.quantity, name, kind, loose: loose ?? null,
    unitPrice: priced.unitPrice, total: priced.total, vatRate: priced.vatRate,
    withdrawal: record.withdrawal ? { allowed: record.withdrawal.allowed === true, reason: record.withdrawal.reason ?? '' } : null,
  };
}

/**
 * Signs, seals and keeps the order of one shop.
 * @param wish {fulfilment, payment, note, contact, totals} as the shopper saw them
 */
async function prepare(till, wish, { node, lang }) {
  const { shop, profile } = till, made = await newOrder(), lines = till.lines.map(told);
  // a node refuses what comes from another time: its clock is the one that counts
  const now = new Date(Date.now() + (Math.abs(till.skew) > RELAYED / 2 ? till.skew : 0)).toISOString();
  const replyAt = node ? [node] : [];
  const payload = {
    v: 1, id: made.id, nonce: made.nonce, to: shop.did, profile: till.cid,
    lines: lines.map(({ rkey, cid, variant, quantity }) => ({ rkey, cid, ...(variant ? { variant } : {}), quantity })),
    contact: wish.contact, fulfilment: wish.fulfilment, payment: wish.payment, ...(wish.note ? { note: wish.note } : {}),
    lang, replyKey: made.replyKey, replyAt, total: { amount: wish.totals.total, currency: till.currency }, createdAt: now,
  };
  const sealed = await envelope({ typ: ORDER, payload, keys: made.keys, reply: made.reply, replyAt, to: shop.did,
    encryptionKey: profile.encryptionKey });
  const order = {
    id: made.id, cart: shop.cart, to: shop.did, keys: made.keys, reply: made.reply, replyAt, encryptionKey: profile.encryptionKey,
    createdAt: now, lang, zone: till.zone, lines, ...wish.totals, currency: till.currency, fulfilment: wish.fulfilment,
    payment: wish.payment, note: wish.note,
    shop: { name: profile.name, phone: profile.phone ?? '', email: profile.email ?? '', address: profile.address ?? null },
    letters: [{ ...sealed, kind: 'order', state: 'unsent', at: now }], answers: [],
  };
  await shelf.keep(order);
  return order;
}

/** Takes out of the basket what orders of this browser hold already: a page may have ended between keeping and taking out. */
export async function reconcile() {
  const carts = new Set(read().map(shop => shop.cart));
  for (const order of await shelf.all()) if (carts.has(order.cart)) takeOut(order.to, order.cart, order.lines);
}

/**
 * Orders from each shop in turn.
 * @param wishes [{till, ...wish}]
 * @param report is told of each shop before its order is sent, and of the work that a node asks for
 * @returns [{till, order, refused}]: refused is why this node will not take it, and then the goods stay in the basket
 * @throws Error 'busy' when another tab is ordering
 */
export async function place(wishes, page, report) {
  return navigator.locks.request('echoppe-place', { ifAvailable: true }, async lock => {
    if (!lock) throw new Error('busy');
    await reconcile();
    const done = [];
    for (const { till, ...wish } of wishes) {
      const still = read().find(shop => shop.did === till.shop.did)?.cart === till.shop.cart;
      if (!still) continue;
      const number = done.length + 1;
      report(number, wishes.length);
      done.push(await placeOne(till, wish, page, part => report(number, wishes.length, part)));
    }
    return done;
  });
}

async function placeOne(till, wish, page, report) {
  let order = null;
  try {
    order = await prepare(till, wish, page);
  } catch (error) {
    return { till, order: null, refused: error.message === 'too long' ? 'tooLong' : 'sealing' };
  }
  const letter = (await send(order.id, report)).letters[0];
  if (letter.state === 'refused') {
    // it was never kept there, so it never was an order
    await shelf.forget(order.id);
    return { till, order: null, refused: letter.why };
  }
  takeOut(order.to, order.cart, order.lines);
  return { till, order, refused: null };
}
