// The shopper's own orders: where each stands, what the shop says, and what one can say to it.

import { amountOf, count, h, has, href, icon, money, moment, place as put, rate, say, time, whenFree } from './dom.js';
import { linkOf, orderIn } from './link.js';
import { followAll, latest, speak } from './road.js';
import { clean } from './placing.js';
import { qrOf } from './qr.js';
import * as shelf from './shelf.js';

const DAY = 86_400_000, BEFORE_HANDOVER = new Set([null, 'received', 'changed', 'accepted', 'ready']);

export async function start(root) {
  const page = { root, orders: [], open: null, tell: null, soon: () => {} };
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle || !navigator.locks || !globalThis.indexedDB) {
    put(root, h('h1', {}, say('title')), notice('alert', 'warn', say('insecure')));
    return;
  }
  await takeIn(page);
  shelf.watch(() => load(page));
  addEventListener('hashchange', async () => { await takeIn(page); draw(page); });
  await load(page);
  page.soon = followAll(() => load(page));
  // « il y a … » grows older by itself
  setInterval(() => { if (!document.hidden) draw(page); }, 60_000);
}

/** An order that came with the link: kept here from now on, its keys gone from the address. */
async function takeIn(page) {
  const order = orderIn(location.hash);
  if (location.hash.startsWith('#r=')) {
    history.replaceState(null, '', location.pathname + (order ? '#o=' + order.id : ''));
    page.tell = order ? notice('check', 'info', say('link.in')) : notice('alert', 'warn', say('link.bad'));
  }
  if (order && !(await shelf.all()).some(known => known.id === order.id)) await shelf.keep(order);
}

async function load(page) {
  page.orders = await shelf.all();
  draw(page);
}

const notice = (sign, kind, ...words) => h('div', { class: `notice ${kind}` }, icon(sign), h('div', {}, ...words));

function draw(page) {
  whenFree(() => drawNow(page));
}

function drawNow(page) {
  const only = /^#o=([\w-]{43})$/.exec(location.hash)?.[1], shown = page.orders.filter(order => !only || order.id === only);
  put(page.root, h('div', { class: 'page-head' }, h('h1', { id: 'h-orders', tabindex: '-1' }, say('title')),
    only ? h('a', { href: '#', id: 'all-orders' }, say('all')) : h('a', { class: 'with-icon', href: href('/basket') }, icon('basket'), say('basket'))),
  page.tell,
  shown.length ? h('div', { class: 'orders' }, shown.map(order => orderPart(page, order))) : h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, say('empty.title')), h('p', {}, say('empty.text')), h('a', { class: 'button', href: href('/') }, say('empty.go'))),
  shown.length ? h('p', { class: 'small muted' }, say('kept.here')) : null);
}

// ---- where it stands

const stateOf = order => latest(order)?.state ?? null;
const orderLetter = order => order.letters[0];
const said = (order, kind) => order.letters.filter(letter => letter.kind === kind).at(-1);

/** The word for the headline: the shop's own, or how far the envelope has come. */
function standing(order) {
  const state = stateOf(order);
  return state ? 'state.' + state : 'letter.' + orderLetter(order).state;
}

const GOOD = new Set(['accepted', 'ready', 'shipped', 'completed', 'refunded']), BAD = new Set(['declined', 'changed']);

function mood(order) {
  const state = stateOf(order), { state: letter } = orderLetter(order);
  if (GOOD.has(state)) return 'good';
  return BAD.has(state) || !state && (letter === 'refused' || letter === 'expired') ? 'bad' : 'note';
}

/** The stations an order passes: [word, reached, when]. */
function timeline(order) {
  const answers = new Map(order.answers.map(answer => [answer.state, answer.at])), letter = orderLetter(order);
  const arrived = letter.state === 'arrived' || letter.state === 'read' || order.answers.length > 0;
  const steps = [['step.sent', letter.state !== 'unsent', order.createdAt], ['step.arrived', arrived, arrived ? letter.since ?? order.answers[0]?.at : null]];
  const end = ['declined', 'cancelled', 'withdrawn', 'refunded'].find(state => answers.has(state));
  const on = order.fulfilment.kind === 'pickup' ? 'ready' : 'shipped', done = answers.get('completed') ?? null;
  const handed = answers.get(on) ?? done, accepted = answers.get('accepted') ?? handed;
  if (accepted || !end) steps.push(['step.accepted', Boolean(accepted), accepted]);
  if (handed || !end) steps.push(['step.' + on, Boolean(handed), handed]);
  if (done || !end) steps.push(['step.completed', Boolean(done), done]);
  if (end) steps.push(['state.' + end, true, answers.get(end)]);
  return h('ol', { class: 'timeline' }, steps.map(([word, reached, at]) => h('li', { class: reached ? 'reached' : '' }, icon(reached ? 'check' : 'clock'),
    h('span', {}, say(word), reached ? null : h('span', { class: 'hidden' }, ' ' + say('step.not')), reached && at ? h('span', { class: 'small muted' }, h('br'), moment(at)) : null))));
}

// ---- one order

function orderPart(page, order) {
  const answer = latest(order), id = 'h-' + order.id;
  return h('article', { class: 'panel till ordered', 'aria-labelledby': id },
    h('div', { class: 'page-head' }, h('h2', { id }, h('a', { href: href(`/shops/${order.to}`) }, h('bdi', {}, order.shop.name))),
      h('b', { class: 'num' }, money(answer?.total ?? order.total, order.currency))),
    h('p', { class: `state ${mood(order)}`, role: 'status' }, icon(mood(order) === 'good' ? 'check' : mood(order) === 'bad' ? 'alert' : 'clock'), h('span', {}, say(standing(order)))),
    h('p', {}, next(order)),
    timeline(order),
    said(order, 'cancel') ? asked(order, 'cancel') : null, said(order, 'withdraw') ? asked(order, 'withdraw') : null,
    changes(page, order, answer), transfer(order, answer), words(order, answer), goods(order, answer), getting(order, answer),
    answer?.refund ? h('p', {}, say('refund', { amount: money(answer.refund.amount, order.currency), date: moment(answer.refund.at) })) : null,
    deeds(page, order, answer),
    h('p', { class: 'small muted' }, say('ordered', { date: moment(order.createdAt) }), answer?.reference ? ' · ' + say('reference', { reference: answer.reference }) : ''));
}

/** What happens next, or what to do. */
function next(order) {
  const state = stateOf(order), contact = [order.shop.phone, order.shop.email].filter(Boolean).join(', ');
  const key = state ? `next.${state}.${order.fulfilment.kind}` : 'next.' + orderLetter(order).state;
  return say(has(key) ? key : state ? 'next.' + state : 'next.kept', { contact });
}

function asked(order, kind) {
  const letter = said(order, kind), over = stateOf(order) === (kind === 'cancel' ? 'cancelled' : 'withdrawn');
  return over && kind === 'cancel' ? null : notice(letter.state === 'unsent' ? 'clock' : 'check', 'info', h('p', {}, say(`asked.${kind}`, { date: moment(letter.at) })),
    h('p', { class: 'small' }, say(over ? 'asked.confirmed' : letter.state === 'unsent' ? 'asked.unsent' : letter.state === 'arrived' || letter.state === 'read' ? 'asked.arrived' : 'asked.sent', { date: over ? moment(latest(order).at) : '' })));
}

function changes(page, order, answer) {
  if (answer?.state !== 'changed') return null;
  const line = change => Number.isInteger(change.line) ? order.lines[change.line]?.name : null;
  const value = (change, of) => typeof change[of] === 'number' ? money(change[of], order.currency) : change[of] ?? '';
  return h('div', { class: 'notice warn' }, icon('alert'), h('div', {}, h('ul', {}, (answer.changes ?? []).map(change => h('li', {},
    line(change) ? h('bdi', {}, line(change) + '\u00a0: ') : '', say(has('change.' + change.what) ? 'change.' + change.what : 'change.other', { was: value(change, 'was'), now: value(change, 'now') })))),
  h('p', {}, say('change.total', { was: money(order.total, order.currency), now: money(answer.total, order.currency) })),
  said(order, 'agree')?.answer === answer.number ? h('p', {}, say('agree.said')) : h('div', { class: 'actions' },
    h('button', { type: 'button', class: 'button', id: 'agree-' + order.id, onclick: () => tell(page, order, 'agree', { answer: answer.number }) }, say('agree', { amount: money(answer.total, order.currency) })))));
}

function transfer(order, answer) {
  const to = answer?.transfer;
  if (!to || !['accepted', 'ready', 'shipped'].includes(answer.state)) return null;
  const row = (word, value, plain) => value ? h('div', {}, h('dt', {}, say('transfer.' + word)), h('dd', { class: plain ? '' : 'num' }, value)) : null;
  const code = qrOf(to.epc ?? '');
  code?.setAttribute('aria-label', say('transfer.scan'));
  return h('section', { class: 'transfer', 'aria-label': say('transfer') }, h('h3', {}, say('transfer')),
    h('div', { class: 'transfer-parts' }, code ? h('div', {}, code, h('p', { class: 'small muted' }, say('transfer.scan'))) : null,
      h('dl', { class: 'table' }, row('amount', money(to.amount, order.currency)), row('holder', to.holder, true), row('iban', to.iban?.replace(/(.{4})(?=.)/g, '$1\u00a0')), row('bic', to.bic), row('reference', to.reference))));
}

const words = (order, answer) => [answer?.reason, answer?.message].filter(Boolean).map(text => h('blockquote', { class: 'pre', dir: 'auto' }, text));

function goods(order, answer) {
  const lines = answer?.lines?.length ? answer.lines.map((line, i) => ({ ...order.lines[i], ...line })) : order.lines, fee = answer?.fee ?? order.fee, vat = answer?.vat ?? order.vat;
  return h('details', { class: 'note', id: 'goods-' + order.id }, h('summary', { id: 'goods-sum-' + order.id }, count('goods', lines.length)),
    h('ul', { class: 'wares' }, lines.map(line => h('li', {}, h('span', {}, amountOf(line.accepted ?? line.quantity, line.loose), ' × ', h('bdi', {}, line.name), line.kind ? h('span', { class: 'muted' }, ' · ', h('bdi', {}, line.kind)) : null,
      line.accepted < line.quantity ? h('span', { class: 'small wrong' }, ' ', say('goods.less', { wanted: amountOf(line.quantity, line.loose) })) : null), h('b', { class: 'num' }, money(line.total, order.currency))))),
    h('dl', { class: 'sums' }, fee ? h('div', {}, h('dt', {}, say('sum.fee')), h('dd', { class: 'num' }, money(fee, order.currency))) : null,
      vat.map(({ rate: points, tax }) => h('div', { class: 'small muted' }, h('dt', {}, say('sum.vat', { rate: rate(points) })), h('dd', { class: 'num' }, money(tax, order.currency)))),
      (answer?.documents ?? []).map(one => h('div', { class: 'small' }, h('dt', {}, say(has('document.' + one.kind) ? 'document.' + one.kind : 'document')), h('dd', {}, one.number)))));
}

function getting(order, answer) {
  const how = answer?.fulfilment ?? order.fulfilment, { address } = how.kind === 'pickup' ? order.shop : how;
  const where = address ? [address.street, `${address.postalCode ?? ''} ${address.locality ?? ''}`.trim()].filter(Boolean).join(', ') : '';
  return h('p', { class: 'with-icon' }, icon(how.kind === 'pickup' ? 'package' : 'pin'),
    how.kind === 'pickup' ? say('get.pickup', { date: moment(how.from, order.zone), until: time(how.to, order.zone), where }) : say('get.delivery', { where }));
}

// ---- what one can say

const withdrawable = (order, answer) => (answer?.state === 'shipped' || answer?.state === 'completed')
  && (!answer.withdrawUntil || Date.parse(answer.withdrawUntil) > Date.now()) && (answer.withdrawUntil || Date.now() - Date.parse(answer.at) < 14 * DAY);

function deeds(page, order, answer) {
  const state = stateOf(order), refused = orderLetter(order).state === 'refused' || orderLetter(order).state === 'expired';
  const open = page.open?.id === order.id ? page.open.what : null, button = (what, word, show) => show ? h('button', { type: 'button', class: 'button quiet', id: `${what}-${order.id}`, 'aria-expanded': String(open === what), onclick: () => toggle(page, order, what) }, say(word)) : null;
  return [h('div', { class: 'actions' },
    button('cancel', 'cancel', !refused && BEFORE_HANDOVER.has(state) && !said(order, 'cancel')),
    button('withdraw', 'withdraw', withdrawable(order, answer) && !said(order, 'withdraw')),
    button('message', 'message', !refused && !['declined', 'refunded'].includes(state)),
    button('link', 'link', !refused), h('button', { type: 'button', class: 'button quiet', id: 'print-' + order.id, onclick: () => print(page, order) }, say('print')),
    button('forget', 'forget', true)),
  open ? FORMS[open](page, order) : null];
}

const ask = (page, order, ...parts) => h('div', { class: 'ask', id: 'ask-' + order.id, tabindex: '-1' }, parts);
const back = (page, order) => h('button', { type: 'button', class: 'button quiet', id: 'back-' + order.id, onclick: () => toggle(page, order, page.open.what) }, say('back'));

const FORMS = {
  cancel: (page, order) => ask(page, order, h('p', {}, say('cancel.sure')), h('div', { class: 'actions' },
    h('button', { type: 'button', class: 'button', id: 'yes-' + order.id, onclick: () => tell(page, order, 'cancel') }, say('cancel.yes')), back(page, order))),
  withdraw: (page, order) => ask(page, order, h('p', {}, say('withdraw.which')), h('ul', {}, order.lines.map((line, i) => {
    const excluded = line.withdrawal?.allowed === false;
    return h('li', {}, h('label', { class: 'pick' }, h('input', { type: 'checkbox', 'data-draft': true, id: `take-${order.id}-${i}`, 'data-take': i, checked: !excluded, disabled: excluded }),
      h('span', {}, h('bdi', {}, line.name), excluded ? h('span', { class: 'small muted' }, ' – ', say('withdraw.excluded', { reason: line.withdrawal.reason || say('withdraw.law') })) : null)));
  })), order.lines.every(line => line.withdrawal?.allowed === false) ? h('div', { class: 'actions' }, back(page, order)) : h('div', { class: 'actions' },
    h('button', { type: 'button', class: 'button', id: 'yes-' + order.id, onclick: () => withdraw(page, order) }, say('withdraw.yes')), back(page, order))),
  message: (page, order) => ask(page, order, h('div', { class: 'field' }, h('label', { for: 'text-' + order.id }, say('message.text', { shop: order.shop.name })), h('textarea', { 'data-draft': true, id: 'text-' + order.id, rows: 3, maxlength: 1000 })),
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', id: 'yes-' + order.id, onclick: () => write(page, order) }, say('message.yes')), back(page, order))),
  link: (page, order) => ask(page, order, h('p', {}, say('link.why')), h('div', { class: 'field' }, h('label', { for: 'copy-' + order.id }, say('link.label')), h('textarea', { id: 'copy-' + order.id, rows: 3, readonly: true, value: linkOf(order), onfocus: event => event.target.select() })),
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', id: 'yes-' + order.id, onclick: event => navigator.clipboard?.writeText(linkOf(order)).then(() => { event.target.textContent = say('link.copied'); }) }, say('link.copy')), back(page, order))),
  forget: (page, order) => ask(page, order, h('p', {}, say('forget.sure')), h('div', { class: 'actions' },
    h('button', { type: 'button', class: 'button', id: 'yes-' + order.id, onclick: () => { page.open = null; shelf.forget(order.id).then(() => document.getElementById('h-orders')?.focus()); } }, say('forget.yes')), back(page, order))),
};

function toggle(page, order, what) {
  const closing = page.open?.id === order.id && page.open.what === what;
  page.open = closing ? null : { id: order.id, what };
  drawNow(page);
  document.getElementById(closing ? `${what}-${order.id}` : 'ask-' + order.id)?.focus();
}

async function tell(page, order, kind, more = {}) {
  if (page.saying) return;
  page.saying = true;
  try {
    await speak(order, kind, more);
    page.open = null;
    page.tell = kind === 'message' ? notice('check', 'info', h('p', { role: 'status' }, say('message.said'))) : null;
  } catch {
    page.tell = notice('alert', 'warn', h('p', { role: 'alert' }, say('failed')));
  } finally { page.saying = false; }
  await load(page);
  page.soon();
  document.getElementById('h-orders')?.focus();
}

function withdraw(page, order) {
  const lines = [...document.querySelectorAll(`#ask-${CSS.escape(order.id)} [data-take]:checked`)].map(box => Number(box.dataset.take));
  if (lines.length) tell(page, order, 'withdraw', { lines });
}

function write(page, order) {
  const text = clean(document.getElementById('text-' + order.id).value, true).slice(0, 1000);
  if (text) tell(page, order, 'message', { text });
}

function print(page, order) {
  history.replaceState(null, '', '#o=' + order.id);
  page.open = null;
  drawNow(page);
  for (const details of page.root.querySelectorAll('details')) details.open = true;
  globalThis.print();
}

