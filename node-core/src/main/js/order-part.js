// One order as the shopper reads it: where it stands, what the shop says, what it holds, how one gets it.

import { acknowledged, dueOf, goesOn, isAccepted, isAcknowledged, known, latest, mood, orderLetter, refunds, said, soldOut, standing, stateOf, toBeChosenAnew, written } from './answers.js';
import { amountOf, count, h, has, href, icon, money, moment, rate, say, time } from './dom.js';
import { qrOf } from './qr.js';

export const notice = (sign, kind, ...words) => h('div', { class: `notice ${kind}` }, icon(sign), h('div', {}, ...words));

/** @param deeds what one can do: {agree, again, all} */
export function orderPart(order, deeds) {
  const answer = latest(order), id = 'h-' + order.id;
  return h('article', { class: 'panel till ordered', 'aria-labelledby': id },
    h('div', { class: 'page-head' }, h('h2', { id }, h('a', { href: href(`/shops/${order.to}`) }, h('bdi', {}, order.shop.name))),
      h('b', { class: 'num' }, money(soldOut(order) ? order.total : dueOf(order), order.currency))),
    h('p', { class: `state ${mood(order)}`, role: 'status' }, icon(mood(order) === 'good' ? 'check' : mood(order) === 'bad' ? 'alert' : 'clock'), h('span', {}, say(standing(order)))),
    h('p', {}, next(order)),
    timeline(order),
    said(order, 'cancel') ? cancelling(order) : null, withdrawing(order), paidBack(order),
    changes(order, answer, deeds), transfer(order), words(order), goods(order, answer), getting(order, answer),
    seller(order), deeds.all,
    h('p', { class: 'small muted' }, say('ordered', { date: moment(order.createdAt) }), answer?.reference ? ' · ' + say('reference', { reference: answer.reference }) : ''));
}

/** What happens next, or what to do. */
function next(order) {
  const state = stateOf(order), contact = [order.shop.phone, order.shop.email].filter(Boolean).join(', ');
  if (soldOut(order)) return say('next.soldOut');
  if (toBeChosenAnew(order)) return say('next.again');
  if (state === 'withdrawn' && !order.answers.some(answer => answer.state === 'shipped' || answer.state === 'completed')) return say('next.withdrawn.kept');
  const letter = orderLetter(order), key = state ? `next.${state}.${order.fulfilment.kind}` : `next.${letter.state}.${letter.why ?? ''}`;
  return say(has(key) ? key : state ? 'next.' + state : 'next.' + letter.state, { contact });
}

const SAD = new Set(['soldOut', 'declined', 'cancelled']);

/** The stations an order passes: [word, reached, when]. */
function timeline(order) {
  const answers = new Map(order.answers.map(answer => [answer.state, answer.at])), letter = orderLetter(order);
  const first = new Map(order.answers.map(answer => [answer.state, answer.at]).reverse());
  const arrived = letter.state === 'arrived' || letter.state === 'read' || order.answers.length > 0;
  const steps = [['step.sent', letter.state !== 'unsent', order.createdAt], ['step.arrived', arrived, arrived ? letter.since ?? order.answers[0]?.at : null]];
  const end = soldOut(order) ? 'soldOut' : ['declined', 'cancelled', 'withdrawn', 'refunded'].find(state => answers.has(state));
  const on = order.fulfilment.kind === 'pickup' ? 'ready' : 'shipped', done = first.get('completed') ?? null;
  const handed = first.get(on) ?? done, accepted = first.get('accepted') ?? handed;
  if (accepted || !end) steps.push(['step.accepted', Boolean(accepted), accepted]);
  if (handed || !end) steps.push(['step.' + on, Boolean(handed), handed]);
  if (done || !end) steps.push(['step.completed', Boolean(done), done]);
  if (end) steps.push(['state.' + end, true, answers.get(end) ?? latest(order).at, SAD.has(end)]);
  return h('ol', { class: 'timeline' }, steps.map(([word, reached, at, sad]) => h('li', { class: sad ? 'reached sad' : reached ? 'reached' : '' }, icon(sad ? 'alert' : reached ? 'check' : 'clock'),
    h('span', {}, say(word), reached ? null : h('span', { class: 'hidden' }, ' ' + say('step.not')), reached && at ? h('span', { class: 'small muted' }, h('br'), moment(at)) : null))));
}

// ---- what one has asked for

const underWay = letter => say(letter.state === 'unsent' ? 'asked.unsent' : letter.state === 'arrived' || letter.state === 'read' ? 'asked.arrived' : 'asked.sent');

function cancelling(order) {
  const letter = said(order, 'cancel');
  return ['cancelled', 'declined', 'withdrawn', 'refunded'].includes(stateOf(order)) ? null : notice(letter.state === 'unsent' ? 'clock' : 'check', 'info',
    h('p', {}, say('asked.cancel', { date: moment(letter.at) })), goesOn(order) ? null : h('p', { class: 'small' }, underWay(letter)),
    goesOn(order) ? h('p', { class: 'small' }, say('asked.goesOn')) : isAccepted(order) ? h('p', { class: 'small' }, say('asked.decides')) : null);
}

/** The declaration, and what the shop acknowledged of it: together they are the proof. */
function withdrawing(order) {
  const letter = said(order, 'withdraw'), all = acknowledged(order), shown = [];
  if (letter) {
    shown.push(notice(letter.state === 'unsent' ? 'clock' : 'check', 'info', h('p', {}, say('asked.withdraw', { date: moment(letter.at) })),
      isAcknowledged(order) ? null : h('p', { class: 'small' }, underWay(letter)), all.map(one => h('p', { class: 'small' }, say('asked.confirmed', { date: moment(one.at) })))));
  } else if (all.length) {
    shown.push(notice('check', 'info', all.map(one => h('p', {}, say('asked.confirmed', { date: moment(one.at) })))));
  }
  const refused = all.flatMap(one => one.refused);
  if (refused.length) {
    shown.push(notice('alert', 'warn', h('p', {}, say('withdraw.refused')), h('ul', {}, refused.map(({ line, reason }) => h('li', {},
      h('bdi', {}, order.lines[line]?.name ?? ''), '\u00a0: ', whyNot(reason))))));
  }
  return shown;
}

/** The rule that excludes it, or the day on which its days were over. */
export const whyNot = reason => /^\d{4}-\d\d-\d\dT/.test(reason ?? '') ? say('withdraw.over', { date: moment(reason) }) : reason || say('withdraw.law');

function paidBack(order) {
  const { owed, paid } = refunds(order);
  return [paid ? h('p', {}, say('refund', { amount: money(paid.amount, order.currency), date: moment(paid.at) })) : null,
    owed ? h('p', {}, say('refund.owed', { amount: money(owed.amount, order.currency) })) : null];
}

// ---- what the shop says

const MONEY = new Set(['price', 'total', 'minimum']);

function changes(order, answer, { agree, again }) {
  if (answer?.state !== 'changed') return null;
  const value = (change, of) => change[of] === undefined ? '' : MONEY.has(change.what) ? money(Number(change[of]), order.currency)
    : change.what === 'stock' ? amountOf(Number(change[of]), order.lines[change.line]?.loose) : change[of];
  const word = change => change.what === 'stock' && Number(change.now) === 0 ? 'change.stock.none' : has('change.' + change.what) ? 'change.' + change.what : 'change.other';
  // a total of the whole is said once, below
  const list = (answer.changes ?? []).filter(change => change.what !== 'total').map(change => h('li', {},
    order.lines[change.line] ? [h('bdi', {}, order.lines[change.line].name), '\u00a0: '] : null, say(word(change), { was: value(change, 'was'), now: value(change, 'now') })));
  return h('div', { class: 'notice warn' }, icon('alert'), h('div', {}, list.length ? h('ul', {}, list) : null,
    toBeChosenAnew(order) ? afresh(order, answer, again) : null,
    soldOut(order) || toBeChosenAnew(order) ? null : h('p', {}, say('change.total', { was: money(order.total, order.currency), now: money(answer.total, order.currency) })),
    soldOut(order) || toBeChosenAnew(order) ? null : said(order, 'agree')?.answer === answer.number ? h('p', {}, say('agree.said')) : h('div', { class: 'actions' },
      h('button', { type: 'button', class: 'button', id: 'agree-' + order.id, onclick: () => agree(answer) }, say('agree', { amount: money(answer.total, order.currency) })))));
}

/** Where the shop takes no orders at all, no basket helps. */
const afresh = (order, answer, again) => answer.changes.some(change => change.what === 'closed') ? null
  : [h('p', { class: 'small' }, say('again.why')), h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', id: 'again-' + order.id, onclick: again }, say('again')))];

function transfer(order) {
  const to = known(order, 'transfer');
  if (!to || !isAccepted(order) && stateOf(order) !== 'completed') return null;
  const row = (word, value, plain) => value ? h('div', {}, h('dt', {}, say('transfer.' + word)), h('dd', { class: plain ? '' : 'num' }, value)) : null;
  const code = qrOf(to.epc ?? '');
  code?.setAttribute('aria-label', say('transfer.scan'));
  return h('section', { class: 'transfer', 'aria-label': say('transfer') }, h('h3', {}, say('transfer')),
    h('div', { class: 'transfer-parts' }, code ? h('div', {}, code, h('p', { class: 'small muted' }, say('transfer.scan'))) : null,
      h('dl', { class: 'table' }, row('amount', money(to.amount, order.currency)), row('holder', to.holder, true), row('iban', to.iban?.replace(/(.{4})(?=.)/g, '$1\u00a0')), row('bic', to.bic), row('reference', to.reference))));
}

const words = order => written(order).map(({ mine, text, at }) => h('figure', { class: 'said' + (mine ? ' mine' : '') },
  h('figcaption', { class: 'small muted' }, mine ? say('said.mine') : h('bdi', {}, order.shop.name), ' · ', moment(at)),
  h('blockquote', { class: 'pre', dir: 'auto' }, text)));

/** On paper one wants to know whom one ordered from. */
function seller({ shop }) {
  const { street, postalCode, locality } = shop.address ?? {};
  return h('p', { class: 'small on-paper' }, [shop.name, street, [postalCode, locality].filter(Boolean).join(' '), shop.phone, shop.email].filter(Boolean).join(' · '));
}

// ---- what it holds

function goods(order, answer) {
  const lines = answer?.lines?.length ? answer.lines.map((line, i) => ({ ...order.lines[i], ...line, loose: order.lines[i]?.loose })) : order.lines, fee = answer?.fee ?? order.fee, due = dueOf(order);
  const back = new Set(acknowledged(order).flatMap(one => one.lines)), vat = due === (answer?.total ?? order.total) ? answer?.vat ?? order.vat : [];
  return h('details', { class: 'note', id: 'goods-' + order.id }, h('summary', { id: 'goods-sum-' + order.id }, count('goods', lines.length)),
    h('ul', { class: 'wares' }, lines.map((line, i) => h('li', {}, h('span', {}, amountOf(line.accepted ?? line.quantity, line.loose), ' × ', h('bdi', {}, line.name), line.kind ? h('span', { class: 'muted' }, ' · ', h('bdi', {}, line.kind)) : null,
      back.has(i) ? h('span', { class: 'small muted' }, ' ', say('goods.back')) : line.accepted < line.quantity ? h('span', { class: 'small wrong' }, ' ', say('goods.less', { wanted: amountOf(line.quantity, line.loose) })) : null), h('b', { class: 'num' }, money(line.total, order.currency))))),
    h('dl', { class: 'sums' }, fee ? h('div', {}, h('dt', {}, say('sum.fee')), h('dd', { class: 'num' }, money(fee, order.currency))) : null,
      h('div', { class: 'total' }, h('dt', {}, say('sum.total')), h('dd', { class: 'num' }, money(due, order.currency))),
      vat.map(({ rate: points, tax }) => h('div', { class: 'small muted' }, h('dt', {}, say('sum.vat', { rate: rate(points) })), h('dd', { class: 'num' }, money(tax, order.currency)))),
      (known(order, 'documents') ?? []).map(one => h('div', { class: 'small' }, h('dt', {}, say(has('document.' + one.kind) ? 'document.' + one.kind : 'document')), h('dd', {}, one.number)))));
}

function getting(order, answer) {
  const how = answer?.fulfilment ?? order.fulfilment, { address } = how.kind === 'pickup' ? order.shop : how;
  const where = address ? [address.street, `${address.postalCode ?? ''} ${address.locality ?? ''}`.trim()].filter(Boolean).join(', ') : '';
  return h('p', { class: 'with-icon' }, icon(how.kind === 'pickup' ? 'package' : 'pin'),
    how.kind === 'pickup' ? say('get.pickup', { date: moment(how.from, order.zone), until: time(how.to, order.zone), where }) : say('get.delivery', { where }));
}
