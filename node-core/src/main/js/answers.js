// What the shop's answers to an order come to: the last one says where it stands, and what earlier ones said holds on.

/** Where the shop says that it stands; null while it has not answered. */
export const latest = order => order.answers.at(-1) ?? null;

export const stateOf = order => latest(order)?.state ?? null;

/** What the last answer that speaks of it says: a message that follows takes nothing back. */
export const known = (order, name) => order.answers.findLast(answer => answer[name] !== undefined)?.[name];

export const orderLetter = order => order.letters[0];

/** The last word of a kind that was said about an order. */
export const said = (order, kind) => order.letters.findLast(letter => letter.kind === kind);

/** Whether the shop has nothing left of what was ordered: there is nothing to agree to. */
export const soldOut = order => stateOf(order) === 'changed' && latest(order).lines?.length > 0
  && latest(order).lines.every(line => line.accepted === 0);

/** What no agreeing helps against: when, where, how much and how to pay are chosen in the basket. */
const CHOSEN = new Set(['closed', 'slot', 'area', 'minimum', 'terms']);

/** Whether the order can only be made anew, otherwise. */
export const toBeChosenAnew = order => stateOf(order) === 'changed' && !soldOut(order)
  && (latest(order).changes ?? []).some(change => CHOSEN.has(change.what));

/** Whether an order that the shop has accepted is not handed over yet. */
export const isAccepted = order => ['accepted', 'ready', 'shipped'].includes(stateOf(order));

/** Whether the shop, asked to cancel, has decided to go on: it said that it was asked, and says so no more of an order that stands. */
export function goesOn(order) {
  const after = said(order, 'cancel')?.after ?? 0, stands = isAccepted(order) || stateOf(order) === 'completed';
  return stands && !latest(order).cancelAsked && order.answers.some(answer => answer.number > after && answer.cancelAsked);
}

/** The word for the headline: the shop's own, or how far the envelope has come. */
export function standing(order) {
  const state = stateOf(order);
  return state ? 'state.' + (soldOut(order) ? 'soldOut' : state) : 'letter.' + orderLetter(order).state;
}

const GOOD = new Set(['accepted', 'ready', 'shipped', 'completed', 'refunded']), BAD = new Set(['declined', 'changed']);

export function mood(order) {
  const state = stateOf(order), { state: letter } = orderLetter(order);
  if (GOOD.has(state)) return 'good';
  return BAD.has(state) || !state && (letter === 'refused' || letter === 'expired') ? 'bad' : 'note';
}

// ---- withdrawing

/** Acknowledgements of withdrawals: [{at, lines, refused: [{line, reason}], refund}], the oldest first. */
export const acknowledged = order => order.answers.filter(answer => answer.withdrawal)
  .map(({ withdrawal: { at, lines, refused }, refund }) => ({ at, lines: lines ?? [], refused: refused ?? [], refund }));

/** Whether the shop has answered the last declaration. */
export const isAcknowledged = order => acknowledged(order).length >= order.letters.filter(letter => letter.kind === 'withdraw').length;

/** Lines that went back, or are said to, or that the shop never gave. */
export const givenBack = order => new Set([...acknowledged(order).flatMap(one => one.lines),
  ...(latest(order)?.lines ?? []).flatMap((line, i) => line.accepted === 0 ? [i] : []),
  ...isAcknowledged(order) ? [] : said(order, 'withdraw').lines ?? order.lines.keys()]);

/** What is to be paid as it stands: as long as that is not done, without what was withdrawn from. */
export function dueOf(order) {
  const answer = latest(order), total = answer?.total ?? order.total;
  return isAccepted(order) || stateOf(order) === 'completed' && !answer.paid ? answer.due ?? total : total;
}

/** Lines that cannot be withdrawn from, with the reason, empty where only the law says it: what the record said, and what the shop answered. */
export function excluded(order) {
  const found = new Map(order.lines.flatMap((line, i) => line.withdrawal?.allowed === false ? [[i, line.withdrawal.reason ?? '']] : []));
  for (const { refused } of acknowledged(order)) for (const { line, reason } of refused) found.set(line, reason ?? '');
  return found;
}

const DAY = 86_400_000;

/**
 * Whether one may still withdraw, and something is left to withdraw from: from the contract on, until fourteen days after the goods
 * were handed over. The shop says which day that is; where it did not, its word that they were is the beginning.
 */
export function withdrawable(order, now = Date.now()) {
  const state = stateOf(order), until = known(order, 'withdrawUntil'), back = givenBack(order);
  const none = excluded(order), left = order.lines.some((_, i) => !back.has(i) && !(none.has(i) && acknowledged(order).length));
  if (!left || state !== 'completed') return left && isAccepted(order);
  const handed = order.answers.find(answer => answer.state === 'completed').at;
  // the day itself is not counted
  return until ? Date.parse(until) > now : now - Date.parse(handed) < 15 * DAY;
}

/** What is still to be paid back, and what was: {amount, at} each, or null. */
export function refunds(order) {
  const owing = answer => answer.refund?.amount > 0 && (answer.withdrawal || answer.state === 'cancelled');
  const paying = answer => answer.refund?.amount > 0 && !owing(answer);
  const paid = order.answers.findLastIndex(paying), owed = order.answers.filter((answer, i) => i > paid && owing(answer));
  return {
    owed: owed.length ? { amount: owed.reduce((sum, { refund }) => sum + refund.amount, 0), at: owed.at(-1).at } : null,
    paid: paid < 0 ? null : { amount: order.answers[paid].refund.amount, at: order.answers[paid].at },
  };
}

/** What was written both ways, the oldest first: [{mine, text, at}]. */
export const written = order => [
  ...order.letters.filter(letter => letter.kind === 'message' && letter.text).map(({ text, at }) => ({ mine: true, text, at })),
  ...order.answers.flatMap(({ reason, message, at }) => [reason, message].filter(Boolean).map(text => ({ mine: false, text, at }))),
].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
