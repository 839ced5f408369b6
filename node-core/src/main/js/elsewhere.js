// A shop's part of the basket, carried to the shop's own web address in the #fragment of a link: who wants nobody between
// themselves and the shop orders there.

import { base64url } from 'jose';
import { change, random, sameLine, seenOf } from '../resources/org/echoppe/web/static/basket.js';

const OPEN = /^(?!.*\.(local|lan|home|internal|localhost)$)[a-z0-9.-]+\.[a-z][a-z0-9-]+$/i;
const DID = /^did:key:z[1-9A-HJ-NP-Za-km-z]{40,60}$/, RKEY = /^[2-7a-z]{13}$/, MOST_LINES = 100, SHORT = 200;

/** The shop's own web address; null for none, for this very node, and for an address that only a machine or a house knows. */
export function ownSite({ webUrl } = {}, here = location) {
  try {
    const url = new URL(webUrl);
    const known = OPEN.test(url.hostname) || url.hostname === here.hostname;
    return url.protocol === 'https:' && !url.username && known && url.origin !== here.origin ? url : null;
  } catch { return null; }
}

export const linkTo = (site, lang, { did, lines }) => `${site.origin}/${lang}/basket#b=`
  + base64url.encode(new TextEncoder().encode(JSON.stringify([did, lines.map(line => [line.rkey, line.variant, line.quantity])])));

/** What such a link brings: {did, lines}; null where it brings nothing. */
export function broughtIn(fragment) {
  try {
    const [did, lines] = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(/^#b=([\w-]+)$/.exec(fragment)[1])));
    const all = lines.slice(0, MOST_LINES).map(([rkey, variant, quantity]) => ({ rkey, variant, quantity }));
    const fine = DID.test(did) && all.every(line => RKEY.test(line.rkey) && typeof line.variant === 'string' && Number.isInteger(line.quantity) && line.quantity > 0);
    return fine ? { did, lines: all } : null;
  } catch { return null; }
}

/** Puts it into this basket, at the prices of this moment; twice is once. The shop's name, null where nothing of it is known here. */
export async function takeIn({ did, lines }) {
  const found = await Promise.all(lines.map(async line => {
    const answer = await fetch(`/api/v1/listings/${did}/${line.rkey}`, { credentials: 'omit', cache: 'no-store' }).catch(() => null);
    return answer?.ok ? { line, ...await answer.json() } : null;
  }));
  const here = found.filter(Boolean), name = here[0]?.shop.name.slice(0, SHORT) ?? null;
  change(shops => {
    if (!here.length) return;
    let shop = shops.find(one => one.did === did);
    if (!shop) shops.push(shop = { did, cart: random(), name, lines: [] });
    for (const { line, record } of here) {
      shop.lines = [...shop.lines.filter(one => !sameLine(one, line)), { ...line, seen: seenOf(record, line.variant) }];
    }
  });
  return name;
}
