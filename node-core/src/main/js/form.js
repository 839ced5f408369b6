// What the shopper has typed and chosen on the basket's page, kept while the tab lives, and what is wrong with it.

import { clean } from './placing.js';
import { deliveryFee, priceOrder, zoneFor } from './money.js';

const KEY = 'echoppe.checkout', PHONE = /^\+?[0-9 ().\u00a0\u202f/-]{4,40}$/, EMAIL = /^[^\s@]+@[^\s@]+$/;
const MOST = { name: 100, phone: 40, email: 200, street: 200, postalCode: 20, locality: 100 };

const blank = () => ({ contact: { name: '', phone: '', email: '' }, address: { street: '', postalCode: '', locality: '' }, shops: {} });

export function load() {
  try { return { ...blank(), ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') }; } catch { return blank(); }
}

export function save(form) {
  try { sessionStorage.setItem(KEY, JSON.stringify(form)); } catch { /* typed again after a reload, then */ }
}

/** The choices for one shop, made for the shopper where there is but one. */
export function choiceOf(form, till) {
  const choice = form.shops[till.shop.did] ??= { how: null, slot: null, payment: null, accept: false, note: '' };
  const hows = [till.slots?.length && 'pickup', till.delivers && 'delivery'].filter(Boolean);
  if (!hows.includes(choice.how)) choice.how = hows[0] ?? null;
  if (!till.slots?.some(slot => slot.from === choice.slot)) choice.slot = null;
  const ways = payments(till, choice.how);
  if (!ways.includes(choice.payment)) choice.payment = ways[0];
  return choice;
}

export const payments = (till, how) => {
  const transfer = till.profile?.payments?.transfer ? ['transfer'] : [];
  return how === 'delivery' ? [...transfer, 'inShop'] : ['inShop', ...transfer];
};

export const hasTerms = till => Boolean(till.profile?.legal?.terms || till.profile?.legal?.withdrawal);

export function countryOf(till) {
  const country = till.profile?.address?.country;
  return typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : 'FR';
}

/**
 * What a shop's part comes to.
 * @param zones that hold the postcode typed; undefined while not asked
 * @returns priceOrder's, and {zone}: {fee}, {minimum}, null for out of reach, undefined for not known yet
 */
export function totals(till, choice, zones) {
  const lines = till.lines.filter(line => line.priced).map(line => line.priced);
  if (choice.how !== 'delivery') return { ...priceOrder(lines, 0), zone: { fee: 0 } };
  const zone = zones && zoneFor(zones, lines.reduce((sum, line) => sum + line.total, 0));
  const fee = zone && 'fee' in zone ? deliveryFee(lines, zone.fee, countryOf(till), till.currency) : 0;
  return { ...priceOrder(lines, fee), zone };
}

const cut = (part, name) => clean(part[name]).slice(0, MOST[name]);

/** As an order holds it. */
export function contactOf(form) {
  const [name, phone, email] = ['name', 'phone', 'email'].map(key => cut(form.contact, key));
  return { name, ...(phone ? { phone } : {}), ...(email ? { email } : {}) };
}

export function fulfilmentOf(form, till, choice) {
  if (choice.how === 'pickup') {
    const slot = till.slots.find(one => one.from === choice.slot);
    return { kind: 'pickup', from: slot.from, to: slot.to };
  }
  const [street, postalCode, locality] = ['street', 'postalCode', 'locality'].map(key => cut(form.address, key));
  return { kind: 'delivery', address: { street, postalCode, locality, country: countryOf(till) } };
}

/** What is wrong, as [id of the field, word]; the shops are those that would be ordered from. */
export function mistakes(form, tills, zonesOf) {
  const wrong = [], contact = contactOf(form);
  for (const till of tills) {
    const choice = choiceOf(form, till), id = till.shop.did, zone = totals(till, choice, zonesOf(till)).zone;
    if (till.lines.some(line => line.problem)) wrong.push([`lines-${id}`, 'wrong.lines', till]);
    if (choice.how === 'pickup' && !choice.slot) wrong.push([`slot-${id}`, 'wrong.slot', till]);
    if (choice.how === 'delivery' && form.address.postalCode.trim() && !(zone && 'fee' in zone)) wrong.push([`how-${id}`, zone === undefined ? 'wrong.zone.unknown' : zone ? 'wrong.minimum' : 'wrong.zone', till]);
    if (hasTerms(till) && !choice.accept) wrong.push([`accept-${id}`, 'wrong.accept', till]);
  }
  if (!contact.name) wrong.push(['contact-name', 'wrong.name']);
  if (!contact.phone && !contact.email) wrong.push(['contact-phone', 'wrong.reach']);
  if (contact.phone && !PHONE.test(contact.phone)) wrong.push(['contact-phone', 'wrong.phone']);
  if (contact.email && !EMAIL.test(contact.email)) wrong.push(['contact-email', 'wrong.email']);
  if (tills.some(till => choiceOf(form, till).how === 'delivery')) {
    for (const name of ['street', 'postalCode', 'locality']) if (!cut(form.address, name)) wrong.push([`address-${name}`, `wrong.${name}`]);
  }
  return wrong;
}
