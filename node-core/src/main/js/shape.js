// The form that must be right before anything from outside is kept: a link's order, a receipt, a shop's answer. One that a page cannot
// draw would stay in this browser and take the others with it.

const STATES = new Set(['received', 'changed', 'accepted', 'declined', 'ready', 'shipped', 'completed', 'cancelled', 'withdrawn', 'refunded']);
const WORDS = new Set(['order', 'cancel', 'withdraw', 'agree', 'message']);
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

const text = value => typeof value === 'string';
const yesOrNo = value => typeof value === 'boolean';
const like = pattern => value => text(value) && pattern.test(value);
const whole = (value, least = 0) => Number.isSafeInteger(value) && value >= least;
const count = value => whole(value), some = value => whole(value, 1);
const maybe = check => value => value === undefined || value === null || check(value);
const list = check => value => Array.isArray(value) && value.every(one => check(one));
const made = parts => value => typeof value === 'object' && value !== null && Object.entries(parts).every(([name, check]) => check(value[name]));

export const isMoment = value => like(TIME)(value) && !Number.isNaN(Date.parse(value));

const did = like(/^did:key:z[1-9A-HJ-NP-Za-km-z]{40,60}$/), hash = like(/^[\w-]{43}$/), currency = like(/^[A-Z]{3}$/);
const loose = maybe(made({ quantity: some, unit: text }));
const address = made({ street: maybe(text), postalCode: maybe(text), locality: maybe(text) });
const pickup = made({ from: isMoment, to: isMoment }), delivery = made({ address });
const fulfilment = value => value?.kind === 'pickup' ? pickup(value) : value?.kind === 'delivery' && delivery(value);

function isZone(value) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch { return false; }
}

/** What a merchant answers (docs/PROTOCOL.md §5); a state of a newer program is none that could be shown. */
export const isAnswer = made({
  number: some, at: isMoment, state: value => STATES.has(value), cancelAsked: maybe(yesOrNo), paid: maybe(yesOrNo), currency: maybe(currency),
  lines: maybe(list(made({ name: text, quantity: count, accepted: count, unitPrice: maybe(count), total: count, loose }))),
  fee: maybe(count), total: maybe(count), due: maybe(count), vat: maybe(list(made({ rate: count, tax: count }))),
  changes: maybe(list(made({ what: text, line: maybe(count), was: maybe(value => text(value) || count(value)), now: maybe(value => text(value) || count(value)) }))),
  reference: maybe(text), reason: maybe(text), message: maybe(text), fulfilment: maybe(fulfilment), withdrawUntil: maybe(isMoment),
  transfer: maybe(made({ holder: text, iban: text, bic: maybe(text), amount: count, reference: text, epc: maybe(text) })),
  refund: maybe(made({ amount: count })),
  withdrawal: maybe(made({ at: isMoment, lines: maybe(list(count)), refused: maybe(list(made({ line: count, reason: maybe(text) }))) })),
  documents: maybe(list(made({ kind: text, number: text }))),
});

const key = made({ x: hash, y: hash, d: hash });

/** An order as a link brings it. */
export const isOrder = order => made({
  id: hash, to: did, encryptionKey: did, keys: made({ order: key, reply: key }), reply: hash, replyAt: list(did), createdAt: isMoment, lang: text, zone: isZone,
  shop: made({ name: text, phone: maybe(text), email: maybe(text), address: maybe(address) }), goods: count, fee: count, total: count, currency, fulfilment, payment: text,
  letters: list(made({ id: like(/^[\w-]{22}$/), hash, kind: value => WORDS.has(value), number: maybe(some), at: isMoment })),
  lines: list(made({ rkey: text, variant: text, name: text, kind: text, quantity: some, loose, unitPrice: count, total: count, withdrawal: maybe(made({ allowed: yesOrNo, reason: maybe(text) })) })),
})(order) && order.letters[0]?.kind === 'order' && order.lines.length > 0;
