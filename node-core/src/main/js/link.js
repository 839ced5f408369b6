// An order's keys in the #fragment of a link, which no browser sends to anybody: whoever has the link can follow and cancel.

import { base64url } from 'jose';
import { isOrder } from './shape.js';

const key = ({ x, y, d }) => [x, y, d], jwk = ([x, y, d]) => ({ kty: 'EC', crv: 'P-256', x, y, d });
const CURRENT = 1;

export function linkOf(order) {
  const brief = {
    v: CURRENT, i: order.id, m: order.to, e: order.encryptionKey, k: key(order.keys.order), r: key(order.keys.reply), f: order.reply,
    at: order.replyAt, c: order.createdAt, l: order.lang, z: order.zone, s: order.shop, q: order.letters.map(letter => [letter.id, letter.hash, letter.kind, letter.number, letter.at]),
    w: order.lines.map(line => [line.rkey, line.variant, line.name, line.kind, line.quantity, line.loose, line.unitPrice, line.total, line.withdrawal]),
    g: [order.goods, order.fee, order.total, order.currency], h: order.fulfilment, p: order.payment,
  };
  return location.origin + location.pathname + '#r=' + base64url.encode(new TextEncoder().encode(JSON.stringify(brief)));
}

/** The order that a link holds; null where it holds none, or not all of one. */
export function orderIn(fragment) {
  try {
    const text = /^#r=([\w-]+)$/.exec(fragment)?.[1];
    const brief = text && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(text)));
    if (brief?.v !== CURRENT) return null;
    const [goods, fee, total, currency] = brief.g;
    const order = {
      id: brief.i, cart: null, to: brief.m, encryptionKey: brief.e, keys: { order: jwk(brief.k), reply: jwk(brief.r) }, reply: brief.f, replyAt: brief.at,
      createdAt: brief.c, lang: brief.l, zone: brief.z, shop: brief.s, goods, fee, total, currency, vat: [], fulfilment: brief.h, payment: brief.p, note: '', answers: [],
      letters: brief.q.map(([id, hash, kind, number, at]) => ({ id, hash, kind, number, at, body: null, state: 'kept' })),
      lines: brief.w.map(([rkey, variant, name, kind, quantity, loose, unitPrice, sum, withdrawal]) => ({ rkey, variant, name, kind, quantity, loose, unitPrice, total: sum, withdrawal })),
    };
    return isOrder(order) ? order : null;
  } catch { return null; }
}
