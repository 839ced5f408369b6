// The shopper's own orders: what one can do with each, and asking after them.

import { excluded, givenBack, isAccepted, orderLetter, said, soldOut, stateOf, withdrawable } from './answers.js';
import { h, href, icon, place as put, say, whenFree } from './dom.js';
import { linkOf, orderIn } from './link.js';
import { notice, orderPart, whyNot } from './order-part.js';
import { contact, followAll, speak } from './road.js';
import { clean, putBack } from './placing.js';
import * as shelf from './shelf.js';

const BEFORE_HANDOVER = new Set([null, 'received', 'changed', 'accepted', 'ready']);

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

function draw(page) {
  whenFree(() => drawNow(page));
}

function drawNow(page) {
  const only = /^#o=([\w-]{43})$/.exec(location.hash)?.[1], shown = page.orders.filter(order => !only || order.id === only);
  put(page.root, h('div', { class: 'page-head' }, h('h1', { id: 'h-orders', tabindex: '-1' }, say('title')),
    only ? h('a', { href: '#', id: 'all-orders' }, say('all')) : h('a', { class: 'with-icon', href: href('/basket') }, icon('basket'), say('basket'))),
  page.tell, contact.lost ? notice('away', 'info', h('p', { role: 'status' }, say('silent'))) : null,
  shown.length ? h('div', { class: 'orders' }, shown.map(order => part(page, order))) : h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, say('empty.title')), h('p', {}, say('empty.text')), h('a', { class: 'button', href: href('/') }, say('empty.go'))),
  shown.length ? h('p', { class: 'small muted kept' }, say('kept.here')) : null);
}

/** An order that cannot be drawn hides no other: it is named, and can be forgotten. */
function part(page, order) {
  try {
    return orderPart(order, { all: deeds(page, order), agree: answer => tell(page, order, 'agree', { answer: answer.number }), again: () => again(page, order) });
  } catch {
    const name = typeof order.shop?.name === 'string' ? order.shop.name : String(order.id);
    return h('article', { class: 'panel till ordered broken' }, h('h2', {}, h('bdi', {}, name)), notice('alert', 'warn', h('p', {}, say('broken'))),
      h('div', { class: 'actions' }, deed(page, order, 'forget')), page.open?.id === order.id ? FORMS.forget(page, order) : null);
  }
}

// ---- what one can say

const deed = (page, order, what) => h('button', { type: 'button', class: 'button quiet', id: `${what}-${order.id}`, 'aria-expanded': String(page.open?.id === order.id && page.open.what === what),
  onclick: () => toggle(page, order, what) }, say(what));

function deeds(page, order) {
  const state = stateOf(order), refused = orderLetter(order).state === 'refused' || orderLetter(order).state === 'expired';
  const open = page.open?.id === order.id ? page.open.what : null, button = (what, show) => show ? deed(page, order, what) : null;
  return [h('div', { class: 'actions' },
    button('cancel', !refused && BEFORE_HANDOVER.has(state) && !soldOut(order) && !said(order, 'cancel')),
    button('withdraw', withdrawable(order)),
    button('message', !refused && !['declined', 'refunded'].includes(state)),
    button('link', !refused), h('button', { type: 'button', class: 'button quiet', id: 'print-' + order.id, onclick: () => print(page, order) }, say('print')),
    button('forget', true)),
  open ? FORMS[open](page, order) : null];
}

const ask = (page, order, ...parts) => h('div', { class: 'ask', id: 'ask-' + order.id, tabindex: '-1' }, parts);
const back = (page, order) => h('button', { type: 'button', class: 'button quiet', id: 'back-' + order.id, onclick: () => toggle(page, order, page.open.what) }, say('back'));

const FORMS = {
  // the words go along in any case: the shop may accept the order meanwhile, and reads them then
  cancel: (page, order) => ask(page, order, h('p', {}, say(isAccepted(order) ? 'cancel.ask' : 'cancel.sure')),
    isAccepted(order) && withdrawable(order) ? h('p', { class: 'small muted' }, say('cancel.right')) : null, h('div', { class: 'actions' },
      h('button', { type: 'button', class: 'button', id: 'yes-' + order.id, onclick: () => tell(page, order, 'cancel', { text: say('cancel.words') }) }, say(isAccepted(order) ? 'cancel.ask.yes' : 'cancel.yes')), back(page, order))),
  withdraw: (page, order) => ask(page, order, h('p', {}, say(isAccepted(order) ? 'withdraw.before' : 'withdraw.which')), h('ul', {}, order.lines.map((line, i) => {
    const reason = excluded(order).get(i), barred = reason !== undefined;
    return givenBack(order).has(i) ? null : h('li', {}, h('label', { class: 'pick' }, h('input', { type: 'checkbox', 'data-draft': true, id: `take-${order.id}-${i}`, 'data-take': i, checked: !barred, disabled: barred }),
      h('span', {}, h('bdi', {}, line.name), barred ? h('span', { class: 'small muted' }, ' – ', say('withdraw.excluded', { reason: whyNot(reason) })) : null)));
  })), order.lines.every((_, i) => excluded(order).has(i)) ? h('div', { class: 'actions' }, back(page, order)) : h('div', { class: 'actions' },
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

/** The goods are in the basket before anything else: a changed order promises nothing to anybody. */
async function again(page, order) {
  if (page.saying) return;
  putBack(order);
  if (!said(order, 'cancel')) await tell(page, order, 'cancel');
  location.assign(href('/basket'));
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

