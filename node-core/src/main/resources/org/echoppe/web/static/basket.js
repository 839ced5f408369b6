// The basket: kept in this browser alone, under one key, for all tabs. Everything but ordering works without this file;
// checkout.js holds a copy of it.

const KEY = 'echoppe.basket', MOST_SHOPS = 20, MOST_LINES = 100, MOST_PIECES = 9_999, MOST_LOOSE = 9_999_000;
const SHORT = 200, STAYS = 8_000, DID = /^did:key:z[1-9A-HJ-NP-Za-km-z]{40,60}$/;

/** A name that nobody else has: 16 random bytes. */
export const random = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const most = line => line.seen?.loose ? MOST_LOOSE : MOST_PIECES;
const isLine = line => typeof line?.rkey === 'string' && typeof line.variant === 'string' && typeof line.seen?.name === 'string'
  && Number.isInteger(line.quantity) && line.quantity >= 1 && line.quantity <= most(line);

/** What is in it: [{did, cart, name, lines: [{rkey, variant, quantity, seen}]}]; a broken one counts as empty. */
export function read() {
  try {
    const shops = JSON.parse(localStorage.getItem(KEY) ?? '{}').shops ?? [];
    return shops.filter(shop => DID.test(shop?.did) && typeof shop.cart === 'string' && Array.isArray(shop.lines))
      .slice(0, MOST_SHOPS)
      .map(shop => ({ ...shop, name: String(shop.name), lines: shop.lines.filter(isLine).slice(0, MOST_LINES) }));
  } catch { return []; }
}

/** Changes it in one step; false where the browser keeps nothing. */
export function change(edit) {
  const shops = read();
  edit(shops);
  try {
    localStorage.setItem(KEY, JSON.stringify({ v: 1, shops: shops.filter(shop => shop.lines.length) }));
  } catch { return false; }
  dispatchEvent(new Event('echoppe-basket'));
  return true;
}

/** Calls back whenever it changes, in this tab or another. */
export function watch(listener) {
  addEventListener('echoppe-basket', listener);
  addEventListener('storage', event => { if (event.key === KEY || event.key === null) listener(); });
  addEventListener('pageshow', event => { if (event.persisted) listener(); });
}

export const sameLine = (a, b) => a.rkey === b.rkey && a.variant === b.variant;

/** Puts a line in; 'full' where there is no more room, 'failed' where the browser keeps nothing. */
export function add(did, name, line) {
  let full = false;
  const kept = change(shops => {
    let shop = shops.find(one => one.did === did);
    if (!shop) {
      if (shops.length >= MOST_SHOPS) { full = true; return; }
      shop = { did, cart: random(), name, lines: [] };
      shops.push(shop);
    }
    const known = shop.lines.find(one => sameLine(one, line));
    if (known && Boolean(known.seen.loose) === Boolean(line.seen.loose)) {
      known.quantity = Math.min(known.quantity + line.quantity, most(line));
    } else if (known) {
      Object.assign(known, line);
    } else if (shop.lines.length >= MOST_LINES) {
      full = true;
    } else {
      shop.lines.push(line);
    }
  });
  return !kept ? 'failed' : full ? 'full' : 'added';
}

const isText = value => typeof value === 'string', kindsOf = record => Array.isArray(record.variants) ? record.variants : [];

/** With its VAT, as org.echoppe.records.Price has it, where the shop says how much that is. */
function paid({ amount, vatRate, vatIncluded }) {
  const added = vatIncluded === false && Number.isInteger(vatRate) && vatRate >= 0 && vatRate <= 10_000;
  return added ? Number((BigInt(amount) * BigInt(10_000 + vatRate) + 5_000n) / 10_000n) : amount;
}

/** What one sees of a record in a line: the price it was put in for, as one pays it. A merchant may have signed anything. */
export function seenOf(record, variant) {
  const kind = kindsOf(record).find(one => one?.key === variant), price = kind?.price ?? record.price, { quantity, unit } = record.measure ?? {};
  const seen = {
    name: isText(record.name) ? record.name.slice(0, SHORT) : '',
    kind: (Object.values(kind?.options ?? {}).filter(isText).join(' · ').trim() || (kind?.key ?? '')).slice(0, SHORT),
    amount: Number.isSafeInteger(price?.amount) ? paid(price) : undefined, currency: isText(price?.currency) ? price.currency : undefined,
  };
  if (record.loose && Number.isSafeInteger(quantity) && isText(unit)) seen.loose = { quantity, unit };
  return seen;
}

// ---- on every page

function start() {
  const sign = document.querySelector('[data-basket]');
  if (!sign || !globalThis.localStorage) return;
  const toast = document.createElement('div');
  toast.className = 'toast';
  toast.setAttribute('aria-live', 'polite');
  toast.setAttribute('aria-atomic', 'true');
  document.body.append(toast);
  document.documentElement.classList.add('scripts');

  const show = () => {
    const count = read().flatMap(shop => shop.lines).reduce((sum, line) => sum + (line.seen?.loose ? 1 : line.quantity), 0);
    const badge = sign.querySelector('[data-count]');
    badge.hidden = !count;
    badge.textContent = count > 99 ? '99+' : count;
    sign.setAttribute('aria-label', count ? sign.dataset.holds.replace('%count%', badge.textContent) : sign.dataset.empty);
  };

  // cards come and go as one narrows a search
  const equip = () => {
    for (const card of document.querySelectorAll('.card[data-add]')) {
      const button = document.createElement('button'), name = document.createElement('span'), link = card.querySelector('h3 a');
      button.type = 'button';
      button.className = 'button quiet add';
      button.dataset.add = link.pathname.split('/').slice(-2).join('/');
      name.className = 'hidden';
      name.textContent = ' ' + link.textContent.trim();
      button.append(sign.dataset.add, name);
      card.append(button);
      card.removeAttribute('data-add');
    }
  };

  let leaving = 0;
  const tell = (word, name) => {
    clearTimeout(leaving);
    const link = document.createElement('a'), words = document.createElement('span'), own = document.createElement('bdi');
    const [before, after] = sign.dataset[word].split('%name%');
    own.textContent = name;
    words.append(before, ...(after === undefined ? [] : [own, after]));
    link.href = sign.href;
    link.textContent = sign.dataset.see;
    toast.replaceChildren(words, ...(word === 'added' ? [link] : []));
    leaving = setTimeout(leave, STAYS);
  };
  // not from under a finger or the keyboard
  const leave = () => {
    if (toast.matches(':hover, :focus-within')) leaving = setTimeout(leave, STAYS);
    else toast.replaceChildren();
  };

  const put = (...wish) => bring(...wish).catch(() => tell('failed', ''));

  const bring = async (where, variant, quantity, page) => {
    const answer = await fetch('/api/v1/listings/' + where, { credentials: 'omit', cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) return tell(answer?.status === 404 ? 'gone' : 'failed', '');
    const { did, rkey, record, shop } = await answer.json(), kinds = kindsOf(record);
    if (page && (kinds.length || record.loose)) return location.assign(page);
    const kind = kinds.find(one => one?.key === variant);
    if (kinds.length && !kind) return tell('gone', '');
    if ((kind?.availability ?? record.availability) === 'outOfStock') return tell('out', seenOf(record, variant).name);
    const line = { rkey, variant: variant ?? '', quantity, seen: seenOf(record, variant) };
    return tell(add(did, shop.name.slice(0, SHORT), line), line.seen.name);
  };

  addEventListener('click', event => {
    const button = event.target.closest?.('button[data-add]');
    if (button) put(button.dataset.add, '', 1, button.closest('.card')?.querySelector('h3 a')?.href);
  });
  addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('form[data-add]')) return;
    event.preventDefault();
    const { variant, quantity } = form.elements;
    put(form.dataset.add, variant?.value ?? '', Math.max(1, Math.round(quantity.valueAsNumber * form.dataset.factor)));
  });
  new MutationObserver(equip).observe(document.querySelector('main'), { childList: true, subtree: true });
  equip();
  watch(show);
  show();
}

if (globalThis.document && !globalThis.echoppeBasket) {
  globalThis.echoppeBasket = true;
  start();
}
