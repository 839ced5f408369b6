// What lines and orders cost, in minor units: the same as org.echoppe.orders.PricedLine, BookDelivery and Pricing, which a test
// holds to this. A record is the JSON form of what the merchant signed.

const MOST = 10_000_000_000, MOST_PIECES = 9_999, MOST_LOOSE = 9_999_000, NO_RATE = -1;
const BOOKS = new Set(['livre', 'livres', 'librairie', 'book', 'books']);
const FRANCE = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF']);

const whole = (value, least, most) => Number.isSafeInteger(value) && value >= least && value <= most;
const times = (a, b) => BigInt(a) * BigInt(b);

function halfUp(amount, divisor) {
  const by = BigInt(divisor), part = amount / by;
  return Number(amount % by * 2n >= by ? part + 1n : part);
}

/** What the price is of, where any part of it is sold: {quantity, unit}; null where one orders pieces. */
export function looseMeasure(record) {
  const measure = record?.measure;
  return record?.loose === true && whole(measure?.quantity, 1, 1e12) ? measure : null;
}

/** The kind that a line names; null for a product without kinds; undefined where there is none of that key. */
export function kindOf(record, variant) {
  const kinds = Array.isArray(record.variants) ? record.variants : [];
  if (!kinds.length) return variant ? undefined : null;
  return variant ? kinds.find(kind => kind?.key === variant) : undefined;
}

function priceOf(record, variant) {
  const kind = kindOf(record, variant);
  if (kind === undefined) return null;
  const price = kind?.price ?? record.price;
  if (!whole(price?.amount, 0, MOST) || typeof price.currency !== 'string') return null;
  const rate = whole(price.vatRate, 0, 10_000) ? price.vatRate : null;
  return { amount: price.amount, currency: price.currency, rate, included: price.vatIncluded !== false };
}

function isNewBook(record) {
  if (record.condition && record.condition !== 'new') return false;
  const code = typeof record.gtin === 'string' ? record.gtin : '';
  return /^97[89]\d{10}$/.test(code) && !code.startsWith('9790')
    || Array.isArray(record.category) && record.category.some(level => BOOKS.has(String(level).toLowerCase()));
}

/** @returns {unitPrice, currency, total, vatRate, newBook}; null where the record offers no such thing, or not so much of it */
export function priceLine(record, variant, quantity) {
  const measure = looseMeasure(record), price = priceOf(record, variant);
  if (!price || !whole(quantity, 1, measure ? MOST_LOOSE : MOST_PIECES)) return null;
  const unitPrice = price.included ? price.amount : halfUp(times(price.amount, 10_000 + (price.rate ?? 0)), 10_000);
  const total = measure ? halfUp(times(unitPrice, quantity), measure.quantity) : Number(times(unitPrice, quantity));
  return total > MOST ? null : { unitPrice, currency: price.currency, total, vatRate: price.rate, newBook: isNewBook(record) };
}

/** The least that bringing new books costs in France: 3 € where they come to less than 35 €, and never nothing. */
function leastForBooks(lines, country, currency) {
  const books = lines.filter(line => line.newBook);
  if (!books.length || !FRANCE.has(country) || currency !== 'EUR') return 0;
  return books.reduce((sum, line) => sum + line.total, 0) < 3_500 ? 300 : 1;
}

/** What bringing the goods costs, by what the shop asks for there. */
export const deliveryFee = (lines, zoneFee, country, currency) => Math.max(zoneFee, leastForBooks(lines, country, currency));

/** Which of the zones that hold a place brings a basket of so much for least: {fee}, {minimum} of the nearest, or null. */
export function zoneFor(zones, goods) {
  const feeIn = zone => zone.freeFrom > 0 && goods >= zone.freeFrom ? 0 : zone.fee;
  const taking = zones.filter(zone => goods >= zone.minimum);
  if (taking.length) return { fee: Math.min(...taking.map(feeIn)) };
  return zones.length ? { minimum: Math.min(...zones.map(zone => zone.minimum)) } : null;
}

/** Adds to each rate its part of the fee; coins that are left go where most was cut off, then to the lowest rate. */
function share(gross, goods, fee) {
  if (!fee || !gross.size) return;
  const rates = [...gross.keys()].sort((a, b) => a - b), add = (rate, part) => gross.set(rate, gross.get(rate) + part);
  if (!goods) {
    add(rates.at(-1), fee);
    return;
  }
  const parts = rates.map(rate => {
    const product = times(fee, gross.get(rate));
    return { rate, whole: Number(product / BigInt(goods)), rest: product % BigInt(goods) };
  });
  const left = fee - parts.reduce((sum, part) => sum + part.whole, 0);
  parts.sort((a, b) => a.rest === b.rest ? a.rate - b.rate : a.rest < b.rest ? 1 : -1);
  parts.forEach((part, i) => add(part.rate, part.whole + (i < left ? 1 : 0)));
}

/** @returns {goods, fee, total, vat: [{rate, net, tax}]}, VAT included and reckoned once a rate */
export function priceOrder(lines, fee) {
  const gross = new Map();
  for (const line of lines) {
    const rate = line.vatRate ?? NO_RATE;
    gross.set(rate, (gross.get(rate) ?? 0) + line.total);
  }
  const goods = lines.reduce((sum, line) => sum + line.total, 0);
  share(gross, goods, fee);
  const vat = [...gross].filter(([rate]) => rate !== NO_RATE).sort(([a], [b]) => a - b).map(([rate, amount]) => {
    const tax = halfUp(times(amount, rate), 10_000 + rate);
    return { rate, net: amount - tax, tax };
  });
  return { goods, fee, total: goods + fee, vat };
}
