// The page of the basket: what is in it held against what the shops say now, how each hands over, who orders, and the button.

import * as basket from '../resources/org/echoppe/web/static/basket.js';
import { amountOf, count, day, h, has, href, icon, language, money, partOf, place as put, rate, say, shortDay, time, unitPrice, whenFree } from './dom.js';
import { choiceOf, contactOf, countryOf, fulfilmentOf, hasTerms, load, mistakes, payments, save, totals } from './form.js';
import { broughtIn, linkTo, ownSite, takeIn } from './elsewhere.js';
import { clean, place, reconcile } from './placing.js';
import { check, essence, handover } from './till.js';
import * as shelf from './shelf.js';

export async function start(root) {
  const page = { root, node: root.dataset.node, lang: language, form: load(), tills: new Map(), zones: new Map(), wrong: [], tell: null, busy: null, refused: new Map() };
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle || !navigator.locks || !globalThis.indexedDB) {
    page.insecure = true;
  } else {
    await reconcile().catch(() => { page.insecure = true; });
  }
  await bring(page);
  basket.watch(() => refresh(page));
  addEventListener('hashchange', () => bring(page).then(() => refresh(page)));
  addEventListener('online', () => refresh(page, true));
  addEventListener('pageshow', event => { if (event.persisted) refresh(page, true); });
  await refresh(page);
}

/** What a link brought from another market, and its fragment gone from the address. */
async function bring(page) {
  if (!location.hash.startsWith('#b=')) return;
  const brought = broughtIn(location.hash);
  history.replaceState(null, '', location.pathname);
  const shop = brought && await takeIn(brought);
  page.tell = shop ? notice('check', 'info', h('p', { role: 'status' }, say('direct.in', { shop })))
    : notice('alert', 'warn', h('p', { role: 'alert' }, say('direct.bad')));
}

// ---- asking

/** Asks about the shops whose part of the basket has changed. */
async function refresh(page, all = false) {
  const shops = basket.read();
  for (const did of page.tills.keys()) if (!shops.some(shop => shop.did === did)) page.tills.delete(did);
  const asked = shops.filter(shop => all || JSON.stringify(page.tills.get(shop.did)?.shop) !== JSON.stringify(shop));
  for (const shop of asked) {
    const before = page.tills.get(shop.did);
    page.tills.set(shop.did, before && sameGoods(before, shop) ? requantify(before, shop) : { shop, waiting: true, lines: [] });
  }
  draw(page);
  if (page.insecure) return;
  await Promise.all(asked.map(async shop => {
    const till = await check(shop);
    if (JSON.stringify(basket.read().find(one => one.did === shop.did)) !== JSON.stringify(shop)) return;
    page.tills.set(shop.did, till);
    await askZones(page, till);
    draw(page);
  }));
}

const sameGoods = (till, shop) => !till.waiting && till.shop.lines.length === shop.lines.length
  && shop.lines.every((line, i) => basket.sameLine(line, till.shop.lines[i]));

/** The old answer with the new quantities, until the new one is here: nothing on the page jumps. */
const requantify = (till, shop) => ({ ...till, shop, stale: true, lines: till.lines.map((known, i) => ({ ...known, line: shop.lines[i] })) });

const zonesKey = (page, till) => till.shop.did + ' ' + page.form.address.postalCode.trim();

async function askZones(page, till) {
  const code = clean(page.form.address.postalCode), key = zonesKey(page, till);
  if (!code || !till.delivers || page.zones.has(key) || choiceOf(page.form, till).how !== 'delivery') return;
  const found = await handover(till.shop.did, code).catch(() => null);
  if (found) page.zones.set(key, found.zones);
}

const zonesOf = page => till => page.zones.get(zonesKey(page, till));
const ready = page => [...page.tills.values()].filter(till => !till.waiting && !till.trouble && till.lines.length);

// ---- drawing

function draw(page) {
  whenFree(() => drawNow(page));
}

function drawNow(page) {
  // once told what is missing, one sees it go
  if (page.wrong.length && !page.insecure) page.wrong = mistakes(page.form, ready(page), zonesOf(page));
  const tills = [...page.tills.values()];
  if (page.insecure) return put(page.root, head(page), notice('alert', 'warn', say('insecure')), tills.map(till => plainTill(till)));
  if (!tills.length) return put(page.root, head(page), page.tell, empty());
  const parts = tills.map(till => partOrTrouble(page, till)), can = ready(page);
  put(page.root, head(page), page.tell, h('div', { class: 'checkout' },
    h('div', { class: 'tills' }, parts, can.length ? who(page, can) : null),
    summary(page, can)));
}

const head = page => h('div', { class: 'page-head' }, h('h1', { id: 'h-basket', tabindex: '-1' }, say('title')),
  h('a', { class: 'with-icon', href: href('/orders') }, icon('package'), say('orders')));

const notice = (sign, kind, ...words) => h('div', { class: `notice ${kind}` }, icon(sign), h('div', {}, ...words));

const empty = () => h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, say('empty.title')), h('p', {}, say('empty.text')),
  h('a', { class: 'button', href: href('/') }, say('empty.go')));

const shopLink = shop => h('a', { href: href(`/shops/${shop.did}`) }, h('bdi', {}, shop.name));

/** Where nothing can be sealed one still sees what one chose, and whom to call. */
const plainTill = (till, ...more) => h('section', { class: 'panel till' }, h('h2', {}, shopLink(till.shop)), more,
  h('ul', { class: 'wares' }, till.shop.lines.map(line => h('li', {}, nameOf(till, line)))));

/** A shop whose part cannot be drawn keeps nobody from the others: nothing is ordered from it, and that is said. */
function partOrTrouble(page, till) {
  try { return tillPart(page, till); } catch {
    till.trouble = 'unreadable';
    return plainTill(till, notice('alert', 'warn', h('p', {}, say('trouble.unreadable'))), h('div', { class: 'actions' }, dropButton(till)));
  }
}

const dropButton = ({ shop: { did } }) => h('button', { type: 'button', class: 'button quiet', id: `drop-${did}`, onclick: () => dropShop(did) }, say('drop.shop'));

function tillPart(page, till) {
  const { did } = till.shop, id = `till-${did}`, refused = page.refused.get(did);
  const parts = [h('h2', { id }, shopLink(till.shop))];
  if (refused) parts.push(notice('alert', 'warn', h('p', {}, say(has('refused.' + refused) ? 'refused.' + refused : 'refused.refused'))));
  if (till.waiting) {
    parts.push(h('p', { class: 'muted', role: 'status' }, say('checking')));
  } else if (till.trouble) {
    parts.push(notice('alert', 'warn', h('p', {}, say('trouble.' + till.trouble)), contactLine(till)), wares(page, till), h('div', { class: 'actions' },
      till.trouble === 'unreachable' ? h('button', { type: 'button', class: 'button quiet', id: `again-${did}`, onclick: () => refresh(page, true) }, say('again')) : null,
      dropButton(till)));
  } else {
    const choice = choiceOf(page.form, till), sums = totals(till, choice, zonesOf(page)(till));
    parts.push(till.away ? notice('away', 'info', h('p', {}, say('away'))) : null, wares(page, till), how(page, till, choice, sums),
      paying(page, till, choice), note(page, till, choice), terms(page, till, choice), sumsPart(till, choice, sums), direct(page, till));
  }
  return h('section', { class: 'panel till', 'aria-labelledby': id }, parts);
}

function contactLine(till) {
  const { phone } = till.profile ?? {};
  return phone ? h('p', {}, h('a', { href: 'tel:' + phone.replace(/[^+\d]/g, '') }, phone)) : null;
}

const nameOf = (till, line) => h('span', { class: 'ware-name' },
  h('a', { href: href(`/shops/${till.shop.did}/${line.rkey}`) }, h('bdi', {}, line.seen.name)), line.seen.kind ? h('span', { class: 'muted' }, ' · ', h('bdi', {}, line.seen.kind)) : null);

const wares = (page, till) => h('ul', { class: 'wares', id: `lines-${till.shop.did}`, tabindex: '-1' }, till.lines.map(one => ware(page, till, one)));

function ware(page, till, one) {
  const { line } = one, id = `${till.shop.did}-${line.rkey}-${line.variant}`, { loose } = line.seen;
  const [word, in1, step] = loose ? partOf(loose.unit) : ['', 1, 1];
  const value = line.quantity / in1, change = quantity => setQuantity(till, line, quantity);
  return h('li', { class: one.problem ? 'problem' : '' },
    thumb(one.record, line.seen.name), h('div', { class: 'ware' },
      nameOf(till, line),
      h('span', { class: 'small muted' }, unitPrice(one.priced?.unitPrice ?? line.seen.amount, line.seen.currency, loose)),
      one.record?.withdrawal?.allowed === false ? h('span', { class: 'small muted' }, say('noReturn', { reason: one.record.withdrawal.reason || say('noReturn.law') })) : null,
      one.problem ? problem(till, one, id) : null),
    h('div', { class: 'ware-count' },
      h('label', { class: 'hidden', for: `n-${id}` }, say(loose ? 'quantity.loose' : 'quantity', { name: line.seen.name, unit: word })),
      h('span', { class: 'stepper' },
        loose ? null : h('button', { type: 'button', id: `less-${id}`, 'aria-label': say('less', { name: line.seen.name }), disabled: line.quantity <= 1, onclick: () => change(line.quantity - 1) }, '−'),
        h('input', { id: `n-${id}`, type: 'number', inputmode: step < 1 ? 'decimal' : 'numeric', min: step, step, value, max: (loose ? 9_999_000 : 9_999) / in1,
          onchange: event => change(Math.round(event.target.valueAsNumber * in1)) }),
        loose ? h('span', { class: 'muted' }, word) : h('button', { type: 'button', id: `more-${id}`, 'aria-label': say('more', { name: line.seen.name }), onclick: () => change(line.quantity + 1) }, '+')),
      h('button', { type: 'button', class: 'plain', id: `off-${id}`, 'aria-label': say('remove.name', { name: line.seen.name }), onclick: () => remove(till, line) }, say('remove'))),
    h('b', { class: 'num ware-total' }, one.priced ? money(one.priced.total, till.currency) : '–'));
}

/** Its first picture, or else its initial. */
function thumb(record, name) {
  const cid = record?.images?.[0]?.blob?.ref?.cid, frame = h('span', { class: 'thumb', 'aria-hidden': 'true' }, cid ? null : [...name][0]);
  if (!cid) return frame;
  const picture = h('img', { src: `/media/${cid}/160`, alt: '', width: 56, height: 56, loading: 'lazy' });
  picture.addEventListener('error', () => frame.replaceChildren([...name][0] ?? ''));
  frame.append(picture);
  return frame;
}

function problem(till, one, id) {
  const { line, record } = one, accepts = one.problem === 'price' || one.problem === 'changed';
  const now = accepts ? basket.seenOf(record, line.variant) : null;
  const words = one.problem === 'price'
    ? say(now.amount > line.seen.amount ? 'problem.dearer' : 'problem.cheaper', { was: money(line.seen.amount, line.seen.currency), now: money(now.amount, now.currency) })
    : say('problem.' + one.problem);
  return h('div', { class: 'problem-words', role: 'group', 'aria-label': line.seen.name }, icon('alert'), h('span', {}, words), h('span', { class: 'actions' },
    accepts ? h('button', { type: 'button', class: 'button quiet', id: `yes-${id}`, onclick: () => accept(till, line, now) }, say('accept')) : null,
    h('button', { type: 'button', class: 'button quiet', id: `no-${id}`, onclick: () => remove(till, line) }, say('drop'))));
}

// ---- handing over, paying, terms

function how(page, till, choice, sums) {
  const { did } = till.shop, set = how => {
    choice.how = how;
    keepForm(page);
    askZones(page, till).then(() => draw(page));
  };
  const radio = (value, words) => h('label', { class: 'pick' }, h('input', { type: 'radio', name: `how-${did}`, id: `how-${did}-${value}`, value, checked: choice.how === value, onchange: () => set(value) }), h('span', {}, words));
  const both = till.slots.length && till.delivers;
  return h('fieldset', { class: 'how', id: `how-${did}`, tabindex: '-1' }, h('legend', {}, say(both ? 'how' : till.delivers ? 'delivery' : 'pickup')),
    both ? [radio('pickup', say('pickup')), radio('delivery', say('delivery'))] : null,
    choice.how === 'pickup' ? slots(page, till, choice) : delivery(page, till, sums));
}

function slots(page, till, choice) {
  const id = `slot-${till.shop.did}`, days = new Map();
  for (const slot of till.slots) {
    const name = day(slot.from, till.zone);
    days.set(name, [...(days.get(name) ?? []), slot]);
  }
  const select = h('select', { id, 'aria-invalid': wrongAt(page, id) ? 'true' : false, onchange: event => { choice.slot = event.target.value || null; keepForm(page); draw(page); } },
    h('option', { value: '' }, say('slot.choose')),
    [...days].map(([name, some]) => h('optgroup', { label: name }, some.map(slot => h('option', { value: slot.from }, `${shortDay(slot.from, till.zone)}, ${time(slot.from, till.zone)} – ${time(slot.to, till.zone)}`)))));
  select.value = choice.slot ?? '';
  const { address } = till.profile;
  return h('div', { class: 'field' }, h('label', { for: id }, say('slot')), select,
    address ? h('p', { class: 'small muted' }, [address.street, `${address.postalCode ?? ''} ${address.locality ?? ''}`.trim()].filter(Boolean).join(', ')) : null);
}

function delivery(page, till, sums) {
  if (!page.form.address.postalCode.trim()) return h('p', { class: 'small muted' }, say('delivery.ask'));
  const { zone } = sums, code = page.form.address.postalCode.trim();
  if (zone === undefined) return h('p', { class: 'small muted' }, say('delivery.asking'));
  if (zone === null) return notice('alert', 'warn', h('p', {}, say('delivery.none', { code })));
  if ('minimum' in zone) return notice('alert', 'warn', h('p', {}, say('delivery.minimum', { amount: money(zone.minimum, till.currency) })));
  const books = sums.fee > zone.fee ? ' ' + say('delivery.books') : '';
  return h('p', {}, sums.fee ? say('delivery.fee', { code, amount: money(sums.fee, till.currency) }) : say('delivery.free', { code }), books);
}

function paying(page, till, choice) {
  const ways = payments(till, choice.how), { did } = till.shop, list = (till.profile.payments?.inShop ?? []).join(', ');
  const words = way => way === 'transfer' ? say('pay.transfer') : say(choice.how === 'delivery' ? 'pay.delivery' : 'pay.inShop') + (list ? ` (${list})` : '');
  if (ways.length === 1) return h('p', { class: 'with-icon' }, icon('check'), words(ways[0]));
  return h('fieldset', { class: 'how' }, h('legend', {}, say('pay')), ways.map(way => h('label', { class: 'pick' },
    h('input', { type: 'radio', name: `pay-${did}`, id: `pay-${did}-${way}`, value: way, checked: choice.payment === way, onchange: () => { choice.payment = way; keepForm(page); } }), h('span', {}, words(way)))));
}

const note = (page, till, choice) => h('details', { class: 'note', id: `note-box-${till.shop.did}` }, h('summary', { id: `note-sum-${till.shop.did}` }, say('note')),
  h('label', { class: 'hidden', for: `note-${till.shop.did}` }, say('note')),
  h('textarea', { id: `note-${till.shop.did}`, rows: 3, maxlength: 1000, value: choice.note, oninput: event => { choice.note = event.target.value; keepForm(page); } }));

function terms(page, till, choice) {
  const { did } = till.shop, { legal = {} } = till.profile, id = `accept-${did}`;
  const texts = ['terms', 'withdrawal', 'privacy', 'mediator', 'notice'].filter(name => legal[name]);
  const read = texts.length ? h('details', { class: 'terms', id: `terms-${did}` }, h('summary', { id: `terms-sum-${did}` }, say('terms.read')),
    texts.map(name => h('div', {}, h('h3', {}, say('terms.' + name)), h('p', { class: 'pre small', lang: till.profile.lang, dir: 'auto' }, legal[name])))) : null;
  if (!hasTerms(till)) return [read, h('p', { class: 'small muted' }, say('terms.none'))];
  return [read, h('label', { class: 'pick' }, h('input', { type: 'checkbox', id, checked: choice.accept, 'aria-invalid': wrongAt(page, id) ? 'true' : false,
    onchange: event => { choice.accept = event.target.checked; keepForm(page); draw(page); } }), h('span', {}, say('terms.accept', { shop: till.shop.name })))];
}

/** Whether what bringing it costs is known. */
const isWhole = sums => Boolean(sums.zone && 'fee' in sums.zone);

function sumsPart(till, choice, sums) {
  const row = (words, amount, kind = '') => h('div', { class: kind }, h('dt', {}, words), h('dd', { class: 'num' }, amount));
  return h('dl', { class: 'sums' },
    choice.how === 'delivery' ? [row(say('sum.goods'), money(sums.goods, till.currency)), row(say('sum.fee'), isWhole(sums) ? money(sums.fee, till.currency) : '–')] : null,
    row(say(isWhole(sums) ? 'sum.total' : 'sum.without'), money(sums.total, till.currency), 'total'),
    sums.vat.map(({ rate: points, tax }) => row(say('sum.vat', { rate: rate(points) }), money(tax, till.currency), 'small muted')));
}

/** Who wants nobody in between orders at the shop's own address, where it has one. */
function direct(page, till) {
  const site = till.shop.did === page.node ? null : ownSite(till.profile);
  return site && h('p', { class: 'small muted direct' }, say('direct'), ' ',
    h('a', { href: linkTo(site, page.lang, till.shop), rel: 'noopener' }, say('direct.go', { host: site.host })));
}

// ---- who orders, and the button

function who(page, tills) {
  const field = (group, name, type, complete, attributes = {}) => {
    const id = `${group}-${name}`, wrong = wrongAt(page, id);
    return h('div', { class: 'field' }, h('label', { for: id }, say(`field.${name}`)),
      h('input', { id, type, autocomplete: complete, value: page.form[group][name], 'aria-invalid': wrong ? 'true' : false, 'aria-describedby': wrong ? `${id}-wrong` : false,
        oninput: event => { page.form[group][name] = event.target.value; keepForm(page); },
        // later: the focus is on its way to the next field
        onchange: () => setTimeout(() => { if (page.wrong.length) draw(page); }), ...attributes }),
      wrong ? h('p', { class: 'wrong small', id: `${id}-wrong` }, wrongWords(wrong)) : null);
  };
  const delivered = tills.filter(till => choiceOf(page.form, till).how === 'delivery');
  const codeChanged = () => Promise.all(delivered.map(till => askZones(page, till))).then(() => draw(page));
  return h('section', { class: 'panel who', 'aria-labelledby': 'h-who' }, h('h2', { id: 'h-who' }, say('who')), h('p', { class: 'small muted' }, say('who.why')),
    h('div', { class: 'fields' }, field('contact', 'name', 'text', 'name', { maxlength: 100 }), field('contact', 'phone', 'tel', 'tel', { maxlength: 40 }), field('contact', 'email', 'email', 'email', { maxlength: 200 })),
    delivered.length ? [h('h3', {}, say('address')), h('div', { class: 'fields' },
      field('address', 'street', 'text', 'street-address', { maxlength: 200 }), field('address', 'postalCode', 'text', 'postal-code', { maxlength: 20, onchange: codeChanged }),
      field('address', 'locality', 'text', 'address-level2', { maxlength: 100 })),
    h('p', { class: 'small muted' }, say('address.country', { country: [...new Set(delivered.map(countryOf))].map(country => new Intl.DisplayNames(page.lang, { type: 'region' }).of(country)).join(', ') }))] : null);
}

const wrongAt = (page, id) => page.wrong.find(([at]) => at === id);
const wrongWords = ([, word, till]) => say(word, { shop: till?.shop.name });

function summary(page, tills) {
  const all = tills.map(till => ({ till, sums: totals(till, choiceOf(page.form, till), zonesOf(page)(till)) })), sums = new Map();
  for (const { till, sums: { total } } of all) sums.set(till.currency, (sums.get(till.currency) ?? 0) + total);
  const overall = [...sums].map(([currency, amount]) => money(amount, currency)).join(' + ');
  return h('section', { class: 'panel summary', 'aria-labelledby': 'h-summary' }, h('h2', { id: 'h-summary' }, say('summary')),
    all.length ? [
      h('dl', { class: 'sums' }, all.map(({ till, sums: { total } }) => h('div', {}, h('dt', {}, h('bdi', {}, till.shop.name)), h('dd', { class: 'num' }, money(total, till.currency)))),
        h('div', { class: 'total' }, h('dt', {}, count('orders', all.length)), h('dd', { class: 'num', id: 'overall' }, overall))),
      all.every(one => isWhole(one.sums)) ? null : h('p', { class: 'small muted' }, say('summary.without')),
      page.wrong.length ? h('div', { class: 'mistakes', role: 'alert', id: 'mistakes', tabindex: '-1' }, h('p', {}, count('wrong', page.wrong.length)),
        h('ul', {}, page.wrong.map(one => h('li', {}, h('a', { href: '#' + one[0], onclick: event => { event.preventDefault(); focusOn(one[0]); } }, wrongWords(one)))))) : null,
      h('button', { type: 'button', class: 'button order', id: 'order', 'aria-disabled': page.busy ? 'true' : false, onclick: () => order(page) }, say('order')),
      h('p', { role: 'status', class: 'small' }, page.busy ?? ''),
      h('p', { class: 'small muted with-icon' }, icon('shield'), say('sealed'))]
      : h('p', { class: 'muted' }, say('summary.none')));
}

function focusOn(id) {
  const element = document.getElementById(id);
  element?.closest('details')?.setAttribute('open', '');
  (element?.matches('fieldset') ? element.querySelector('input, select') ?? element : element)?.focus();
  element?.scrollIntoView({ block: 'center' });
}

// ---- changing

const keepForm = page => save(page.form);

const edit = (till, line, change) => basket.change(shops => {
  const shop = shops.find(one => one.did === till.shop.did), mine = shop?.lines.find(one => basket.sameLine(one, line));
  if (mine) change(mine, shop);
});

function setQuantity(till, line, quantity) {
  const most = line.seen.loose ? 9_999_000 : 9_999;
  edit(till, line, mine => { mine.quantity = Number.isFinite(quantity) ? Math.min(most, Math.max(1, quantity)) : mine.quantity; });
}

function remove(till, line) {
  edit(till, line, (mine, shop) => { shop.lines = shop.lines.filter(one => one !== mine); });
  (document.getElementById(`lines-${till.shop.did}`) ?? document.getElementById('h-basket'))?.focus();
}

const accept = (till, line, now) => edit(till, line, mine => {
  if (JSON.stringify(mine.seen.loose) !== JSON.stringify(now.loose)) mine.quantity = now.loose?.quantity ?? 1;
  mine.seen = now;
});

function dropShop(did) {
  basket.change(shops => { shops.splice(shops.findIndex(shop => shop.did === did), 1); });
  document.getElementById('h-basket')?.focus();
}

// ---- ordering

async function order(page) {
  if (page.busy) return;
  page.tell = null;
  const found = mistakes(page.form, ready(page), zonesOf(page));
  page.wrong = found;
  if (found.length) {
    drawNow(page);
    document.getElementById('mistakes').focus();
    return;
  }
  page.busy = say('busy.check');
  draw(page);
  try {
    await seal(page);
  } catch (error) {
    page.tell = notice('alert', 'warn', h('p', {}, say(error.message === 'busy' ? 'busy.other' : 'busy.failed')));
  } finally {
    page.busy = null;
    draw(page);
  }
}

/** Once more against what the shops say at this moment; then only what was shown is ordered. */
async function seal(page) {
  const shown = ready(page), fresh = await Promise.all(shown.map(till => check(till.shop)));
  fresh.forEach(till => page.tills.set(till.shop.did, till));
  page.wrong = mistakes(page.form, ready(page), zonesOf(page));
  if (page.wrong.length || fresh.some((till, i) => till.trouble || essence(till) !== essence(shown[i]) || sumOf(page, till) !== sumOf(page, shown[i]))) {
    page.tell = notice('alert', 'warn', h('p', { role: 'alert' }, say('changed')));
    drawNow(page);
    document.getElementById('h-basket').focus();
    return;
  }
  shelf.stay();
  const wishes = fresh.map(till => {
    const choice = choiceOf(page.form, till), { zone, ...sums } = totals(till, choice, zonesOf(page)(till));
    return { till, contact: contactOf(page.form), fulfilment: fulfilmentOf(page.form, till, choice), payment: choice.payment, note: clean(choice.note, true).slice(0, 1000), totals: sums };
  });
  const done = await place(wishes, page, (number, of, part) => busy(page, say('busy.send', { number, of }) + (part === undefined ? '' : ' ' + say('busy.work', { percent: rate(Math.floor(part * 10) * 1_000) }))));
  finish(page, done);
}

function busy(page, words) {
  if (page.busy !== words) {
    page.busy = words;
    draw(page);
  }
}

const sumOf = (page, till) => totals(till, choiceOf(page.form, till), zonesOf(page)(till)).total;

function finish(page, done) {
  const taken = done.filter(one => one.order), kept = done.filter(one => one.refused);
  page.refused = new Map(kept.map(one => [one.till.shop.did, one.refused]));
  for (const one of taken) delete page.form.shops[one.till.shop.did];
  keepForm(page);
  if (!kept.length) {
    location.assign(href('/orders'));
    return;
  }
  page.tell = notice(taken.length ? 'check' : 'alert', taken.length ? 'info' : 'warn', h('p', { role: 'alert' }, taken.length ? count('partly', taken.length) : say('none')),
    taken.length ? h('p', {}, h('a', { href: href('/orders') }, say('partly.see'))) : null);
  document.getElementById('h-basket')?.focus();
}
