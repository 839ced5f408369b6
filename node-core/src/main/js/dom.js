// Elements, words, and how amounts and moments are written.

import { isolated } from '../resources/org/echoppe/web/static/verify.js';

const lang = globalThis.document?.documentElement.lang ?? 'fr', locale = lang === 'en' ? 'en-GB' : 'fr-FR';
const NBSP = '\u00a0';

/** An element: attributes by name, listeners under 'on…', false and null for none; children that are null are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (name === 'checked') element.checked = value;
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), use = document.createElementNS(svg.namespaceURI, 'use');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', '#i-' + name);
  svg.append(use);
  return svg;
}

let sentences = null;

/** The sentences of this page by their names, which may be put together of what a shop says. */
function words() {
  const all = () => document.querySelector('template[data-words]').content.querySelectorAll('[data-say]');
  return sentences ??= new Map([...all()].map(({ dataset, textContent }) => [dataset.say, textContent]));
}

/** A sentence of this page, its %names% filled in. */
export const say = (name, values = {}) => (words().get(name) ?? name)
  .replace(/%(\w+)%/g, (whole, key) => values[key] === undefined || values[key] === null ? whole : isolated(values[key]));

/** The sentence for one, or for several. */
export const count = (name, number) => say(name + (number === 1 ? '.one' : '.many'), { count: number });

export const has = name => words().has(name);

/** How many digits of an amount stand behind the decimal sign (ISO 4217), as in verify.js: what browsers know of that differs. */
function digitsOf(currency) {
  if (/^(BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF)$/.test(currency)) return 0;
  if (/^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(currency)) return 3;
  return /^(CLF|UYW)$/.test(currency) ? 4 : 2;
}

export function money(amount, currency) {
  try {
    const digits = digitsOf(currency), coins = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(lang, { style: 'currency', currency, ...coins }).format(amount / 10 ** digits);
  } catch { return String(amount); }
}

export const rate = points => new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 2 }).format(points / 10_000);

/** How thousandths of a unit are typed and read: [word, thousandths in one, smallest step]. */
const PARTS = { kg: ['g', 1, 1], l: ['ml', 1, 1], m: ['cm', 10, 1], m2: ['m²', 1000, 0.01], piece: ['', 1000, 0.1] };
export const partOf = unit => Object.hasOwn(PARTS, unit) ? PARTS[unit] : PARTS.piece;

/** « 350 g », « 2 ». */
export function amountOf(quantity, loose) {
  if (!loose) return new Intl.NumberFormat(lang).format(quantity);
  const [word, in1] = partOf(loose.unit), large = word === 'g' || word === 'ml';
  return large && quantity >= 1000
    ? new Intl.NumberFormat(lang, { maximumFractionDigits: 3 }).format(quantity / 1000) + NBSP + loose.unit
    : new Intl.NumberFormat(lang, { maximumFractionDigits: 3 }).format(quantity / in1) + (word && NBSP + word);
}

/** What a price is of: « 24,00 €/kg »; of other measures « 2,40 € les 100 g ». */
export function unitPrice(amount, currency, loose) {
  if (!loose) return money(amount, currency);
  return money(amount, currency) + (loose.quantity === 1000 ? '/' + (loose.unit === 'm2' ? 'm²' : loose.unit)
    : ` / ${amountOf(loose.quantity, loose)}`);
}

export const day = (moment, zone) => new Intl.DateTimeFormat(locale,
  { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(new Date(moment));

export const shortDay = (moment, zone) => new Intl.DateTimeFormat(locale,
  { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone }).format(new Date(moment));

export function time(moment, zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB',
    { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).formatToParts(new Date(moment)).map(part => [part.type, part.value]));
  const hour = Number(parts.hour);
  if (lang === 'fr') return `${hour}${NBSP}h${parts.minute === '00' ? '' : NBSP + parts.minute}`;
  return `${hour % 12 || 12}:${parts.minute}${NBSP}${hour < 12 ? 'am' : 'pm'}`;
}

/** « jeudi 19 novembre, 10 h 15 ». */
export const moment = (at, zone) => day(at, zone) + ', ' + time(at, zone);

export const href = path => `/${lang}${path}`;
export const language = lang;

let held = false, owed = null;

/** Draws now, or as soon as the finger is up: what is pressed must still be there when it is let go. */
export function whenFree(draw) {
  if (held) owed = draw;
  else draw();
}

function hold(down) {
  held = down;
  if (!down) setTimeout(() => {
    const draw = owed;
    owed = null;
    if (!held) draw?.();
  });
}

if (globalThis.document) {
  for (const [begin, end] of [['pointerdown', 'pointerup'], ['pointerdown', 'pointercancel'], ['keydown', 'keyup']]) {
    addEventListener(begin, event => { if (event.key === undefined || event.key === ' ') hold(true); }, true);
    addEventListener(end, () => hold(false), true);
  }
}

/** Puts a page's parts in place anew; the focus, what is selected, and what was typed into a draft stay. */
export function place(root, ...children) {
  const drafts = [...root.querySelectorAll('[data-draft]')].map(({ id, value, checked }) => ({ id, value, checked }));
  const active = document.activeElement, id = root.contains(active) ? active.id : null;
  const selection = id && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
  const open = new Set([...root.querySelectorAll('details[open][id]')].map(details => details.id));
  root.replaceChildren(...children.flat(3).filter(child => child));
  for (const details of root.querySelectorAll('details[id]')) if (open.has(details.id)) details.open = true;
  for (const { id: name, value, checked } of drafts) {
    const draft = document.getElementById(name);
    if (draft?.type === 'checkbox') draft.checked = checked;
    else if (draft) draft.value = value;
  }
  const again = id && document.getElementById(id);
  if (!again) return;
  again.focus({ preventScroll: true });
  try { if (selection?.[0] != null) again.setSelectionRange(...selection); } catch { /* a number has no selection */ }
}
