// Checks, in the shopper's own browser, that a shop signed what a page shows. It asks this node for the proof and believes
// nothing else of it: a CAR of the shop's signed commit, the tree nodes on the way to the record, and the record itself
// (docs/PROTOCOL.md, §2 and §4). No library. The page works without this file.

const MOST_BYTES = 4 << 20, MOST_DEPTH = 32, MOST_NESTING = 32;

/** Why nothing is proven: 'form', 'hash', 'identity', 'signature' or 'path'. */
export class NotProven extends Error {
  constructor(reason, detail) { super(detail); this.reason = reason; }
}
const fail = (reason, detail) => { throw new NotProven(reason, detail); };

// ---- addresses: CID version 1 over SHA-256, of a DAG-CBOR or raw block

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567', CID_LENGTH = 36;

function cidText(bytes) {
  const [version, codec, hash, length] = bytes;
  if (bytes.length !== CID_LENGTH || version !== 1 || (codec !== 0x71 && codec !== 0x55) || hash !== 0x12 || length !== 32) {
    fail('form', 'a CID of another kind');
  }
  let text = 'b', held = 0, bits = 0;
  for (const byte of bytes) {
    held = (held << 8 | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32[held >> (bits - 5) & 31];
  }
  return bits ? text + BASE32[held << (5 - bits) & 31] : text;
}

/** The address of another block, as it stands in one. */
export class Link {
  constructor(cid) { this.cid = cid; }
}

// ---- DAG-CBOR, as strictly as it is written: one form for one value

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const precedes = (a, b) => a.length !== b.length ? a.length < b.length : a < b;

class Reader {
  constructor(bytes) { this.bytes = bytes; this.at = 0; }

  take(length) {
    if (length > this.bytes.length - this.at) fail('form', 'cut off');
    return this.bytes.subarray(this.at, this.at += length);
  }

  head() {
    const first = this.take(1)[0], kind = first >> 5, small = first & 31;
    if (kind === 7) return [kind, small];
    if (small < 24) return [kind, small];
    const width = small - 24;
    if (width > 3) fail('form', 'of unknown length');
    const value = this.take(1 << width).reduce((sum, byte) => sum << 8n | BigInt(byte), 0n);
    if (value < [24n, 1n << 8n, 1n << 16n, 1n << 32n][width]) fail('form', 'a number written too long');
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) fail('form', 'a number too large');
    return [kind, Number(value)];
  }

  text(length) {
    try { return UTF8.decode(this.take(length)); } catch { return fail('form', 'not UTF-8'); }
  }

  /** Calls back with each key of a map; what it returns is the value. */
  entries(count, read) {
    const map = new Map();
    let before = null;
    for (let i = 0; i < count; i++) {
      const start = this.at, [kind, length] = this.head();
      if (kind !== 3) fail('form', 'a key that is no text');
      const key = this.text(length);
      if (before !== null && !precedes(before, key)) fail('form', 'keys out of order');
      before = key;
      map.set(key, read(key, start));
    }
    return map;
  }

  value(depth = 0) {
    if (depth > MOST_NESTING) fail('form', 'nested too deep');
    const [kind, number] = this.head();
    switch (kind) {
      case 0: return number;
      case 1: return -1 - number;
      case 2: return this.take(number).slice();
      case 3: return this.text(number);
      case 4: return Array.from({ length: Math.min(number, this.bytes.length) }, () => this.value(depth + 1));
      case 5: return this.entries(number, () => this.value(depth + 1));
      case 6: return this.link(number, depth);
      default: return number === 20 ? false : number === 21 ? true : number === 22 ? null : fail('form', 'a value of no known kind');
    }
  }

  link(tag, depth) {
    const bytes = tag === 42 ? this.value(depth + 1) : null;
    if (!(bytes instanceof Uint8Array) || bytes[0] !== 0) fail('form', 'a tag that is no link');
    return new Link(cidText(bytes.subarray(1)));
  }

  end(value) {
    if (this.at !== this.bytes.length) fail('form', 'bytes behind the end');
    return value;
  }
}

function decodeMap(bytes) {
  const reader = new Reader(bytes), value = reader.end(reader.value());
  return value instanceof Map ? value : fail('form', 'no map');
}

// ---- CAR version 1

function varint(reader) {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = reader.take(1)[0];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
  return fail('form', 'a length too long');
}

async function readCar(bytes) {
  if (bytes.length > MOST_BYTES) fail('form', 'too large');
  const reader = new Reader(bytes);
  const header = decodeMap(reader.take(varint(reader)));
  const roots = header.get('roots');
  if (header.get('version') !== 1 || !Array.isArray(roots) || roots.length !== 1 || !(roots[0] instanceof Link)) {
    fail('form', 'no CAR of version 1 with one root');
  }
  const blocks = new Map();
  while (reader.at < bytes.length) {
    const block = new Reader(reader.take(varint(reader)));
    const cid = block.take(CID_LENGTH), content = block.take(block.bytes.length - CID_LENGTH);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
    const name = cidText(cid);
    if (!digest.every((byte, i) => byte === cid[4 + i])) fail('hash', name);
    blocks.set(name, content);
  }
  return { root: roots[0].cid, blocks };
}

const block = (blocks, cid) => blocks.get(cid) ?? fail('path', 'the proof lacks ' + cid);

// ---- the shop's key: did:key of a P-256 point

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const toNumber = bytes => bytes.reduce((sum, byte) => sum << 8n | BigInt(byte), 0n);
const toBytes = (number, length) => Uint8Array.from({ length }, (_, i) => Number(number >> BigInt(8 * (length - 1 - i)) & 255n));

function power(base, exponent) {
  let result = 1n;
  for (base %= P; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = result * base % P;
    base = base * base % P;
  }
  return result;
}

/** The point that a did:key names: {x, y}, 32 bytes each. */
export function pointOf(did) {
  const text = /^did:key:z([1-9A-HJ-NP-Za-km-z]{40,60})$/.exec(did)?.[1] ?? fail('identity', 'no did:key');
  const bytes = toBytes([...text].reduce((sum, letter) => sum * 58n + BigInt(BASE58.indexOf(letter)), 0n), 35);
  const x = toNumber(bytes.subarray(3));
  if (bytes[0] !== 0x80 || bytes[1] !== 0x24 || (bytes[2] !== 2 && bytes[2] !== 3) || x >= P) fail('identity', 'no P-256 key');
  const square = (power(x, 3n) + P - 3n * x % P + B) % P;
  let y = power(square, (P + 1n) / 4n);
  if (y * y % P !== square) fail('identity', 'no point of the curve');
  if (Number(y & 1n) !== (bytes[2] & 1)) y = P - y;
  return { x: toBytes(x, 32), y: toBytes(y, 32) };
}

function publicKey(did) {
  const { x, y } = pointOf(did);
  return crypto.subtle.importKey('raw', Uint8Array.of(4, ...x, ...y), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
}

// ---- the signed commit

const FIELDS = ['did', 'rev', 'sig', 'data', 'prev', 'version'];

/** The commit's fields, and its bytes without the signature: what was signed. */
function readCommit(bytes) {
  const reader = new Reader(bytes), [kind, count] = reader.head(), parts = [];
  if (kind !== 5 || count !== FIELDS.length) fail('form', 'no commit');
  const fields = reader.end(reader.entries(count, (key, start) => {
    const value = reader.value(1);
    if (key !== 'sig') parts.push(...bytes.subarray(start, reader.at));
    return value;
  }));
  const [did, rev, sig, data, prev, version] = FIELDS.map(name => fields.get(name));
  const legal = typeof did === 'string' && /^[2-7a-j][2-7a-z]{12}$/.test(rev) && sig instanceof Uint8Array
    && data instanceof Link && (prev === null || prev instanceof Link) && version === 3;
  if (!legal) fail('form', 'no commit of version 3');
  return { did, rev, sig, data: data.cid, signed: Uint8Array.of(0xa0 + count - 1, ...parts) };
}

async function checkSignature(commit) {
  const { sig, signed, did } = commit;
  // every signature has a twin with the other s: only the lower is one
  if (sig.length !== 64 || toNumber(sig.subarray(32)) > N >> 1n) fail('signature', 'not a low-S signature');
  const key = await publicKey(did);
  if (!await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, sig, signed)) fail('signature', 'signed by nobody we know');
}

/** When a rev was made: microseconds since 1970, in 13 letters. */
function timeOf(rev) {
  const number = [...rev].reduce((sum, letter) => sum << 5n | BigInt('234567abcdefghijklmnopqrstuvwxyz'.indexOf(letter)), 0n);
  return new Date(Number((number >> 10n) / 1000n));
}

// ---- the way through the Merkle Search Tree

function find(blocks, root, wanted) {
  let cid = root;
  for (let depth = 0; cid !== null && depth < MOST_DEPTH; depth++) {
    const node = decodeMap(block(blocks, cid)), entries = node.get('e');
    const link = value => value === null ? null : value instanceof Link ? value.cid : fail('form', 'no link in the tree');
    if (!Array.isArray(entries)) fail('form', 'no tree node');
    let below = link(node.get('l')), before = '';
    for (const entry of entries) {
      const shared = entry instanceof Map ? entry.get('p') : -1, rest = entry instanceof Map ? entry.get('k') : null;
      if (!(rest instanceof Uint8Array) || !(shared >= 0 && shared <= before.length)) fail('form', 'no tree entry');
      const key = before.slice(0, shared) + String.fromCharCode(...rest);
      if (before && key <= before) fail('form', 'a tree out of order');
      before = key;
      if (key === wanted) return link(entry.get('v'));
      if (key > wanted) break;
      below = link(entry.get('t'));
    }
    cid = below;
  }
  return fail('path', 'the shop’s catalogue has no ' + wanted);
}

const plain = value => value instanceof Map ? Object.fromEntries([...value].map(([key, part]) => [key, plain(part)]))
  : Array.isArray(value) ? value.map(plain) : value;

/** A price as one pays it, as org.echoppe.records.Price has it: with its VAT, where the shop says how much that is. */
function paid(price) {
  const { amount, vatRate, vatIncluded } = price ?? {};
  if (vatIncluded !== false || !Number.isInteger(amount) || !(Number.isInteger(vatRate) && vatRate >= 0 && vatRate <= 10_000)) return price;
  return { ...price, amount: Number((BigInt(amount) * BigInt(10_000 + vatRate) + 5_000n) / 10_000n), vatIncluded: true };
}

const priceIn = price => price instanceof Map && Number.isInteger(price.get('amount')) && typeof price.get('currency') === 'string'
  ? paid(plain(price)) : null;

/** The kinds that a product comes in, as its page takes them from the record: {key, name, price}, each with a key, in their order. */
function kindsOf(fields) {
  const kinds = fields.get('variants');
  return (Array.isArray(kinds) ? kinds : []).filter(kind => kind instanceof Map && typeof kind.get('key') === 'string').map(kind => {
    const key = kind.get('key'), options = kind.get('options'), words = options instanceof Map ? [...options.values()] : [];
    const name = words.filter(word => typeof word === 'string').join(' · ');
    return { key, name: name.trim() ? name : key, price: priceIn(kind.get('price')) ?? priceIn(fields.get('price')) };
  });
}

/**
 * What the bytes prove: that this shop signed this record.
 * @returns {rev, signedAt, commit, cid, record, kinds, blocks}
 * @throws NotProven
 */
export async function verify(car, did, rkey) {
  const { root, blocks } = await readCar(car);
  const commit = readCommit(block(blocks, root));
  if (commit.did !== did) fail('identity', 'signed as ' + commit.did);
  await checkSignature(commit);
  const collection = rkey === 'self' ? 'org.echoppe.shop.profile' : 'org.echoppe.catalogue.product';
  const cid = find(blocks, commit.data, collection + '/' + rkey);
  const fields = decodeMap(block(blocks, cid)), kinds = kindsOf(fields);
  return { rev: commit.rev, signedAt: timeOf(commit.rev), commit: root, cid, record: plain(fields), kinds, blocks: blocks.size };
}

// ---- on the page

function ago(date, lang) {
  const minutes = Math.max(0, Math.round((Date.now() - date) / 60_000)), words = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  return minutes < 60 ? words.format(-minutes, 'minute')
    : minutes < 48 * 60 ? words.format(-Math.round(minutes / 60), 'hour') : words.format(-Math.round(minutes / 1440), 'day');
}

/** As people write it: « 19 novembre 2026 à 8 h 55 ». */
function moment(date, lang) {
  const text = date.toLocaleString(lang, { dateStyle: 'long', timeStyle: 'short' });
  return lang === 'fr' ? text.replace(/0?(\d{1,2}):(\d{2})$/, '$1\u00a0h\u00a0$2') : text;
}

/** How many digits of an amount stand behind the decimal sign (ISO 4217): what browsers know of that differs. */
function digitsOf(currency) {
  if (/^(BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF)$/.test(currency)) return 0;
  if (/^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(currency)) return 3;
  return /^(CLF|UYW)$/.test(currency) ? 4 : 2;
}

function written(price, locale, currencyDisplay = 'symbol') {
  const { amount, currency } = price, digits = digitsOf(currency);
  return new Intl.NumberFormat(locale,
    { style: 'currency', currency, currencyDisplay, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount / 10 ** digits);
}

const money = (price, lang) => Number.isInteger(price?.amount) ? written(price, lang) : '–';

/** What the record says it costs: the kind that is chosen, or each of its kinds, or the product that comes in one. */
function priced(record, kinds, chosen, lang) {
  const one = kinds.filter(kind => kind.key === chosen);
  const named = kind => isolated(kind.name) + '\u00a0' + money(kind.price, lang);
  return kinds.length ? (one.length ? one : kinds).map(named).join(', ') : money(paid(record.price), lang);
}

/** What a whole unit costs when this much of it costs so much; null where that says nothing new. */
function unitPrice(price, measure) {
  if (!(measure?.quantity > 0) || !Object.hasOwn(PER, measure.unit) || measure.unit === 'piece' && measure.quantity === 1000) return null;
  const quantity = BigInt(measure.quantity);
  return { amount: Number((2000n * BigInt(price.amount) + quantity) / (2n * quantity)), currency: price.currency, per: measure.unit };
}

/** What the page names first, and the price of a unit beside it; each null where there is none. */
function namedFirst(record, kinds) {
  const prices = (kinds.length ? kinds.map(kind => kind.price) : [paid(record.price)]).filter(Boolean);
  const currency = (record.price ?? prices[0])?.currency, inIt = prices.filter(price => price.currency === currency);
  const known = inIt.filter(price => price.vatIncluded !== false);
  const [lowest, ...others] = (known.length ? known : inIt).sort((a, b) => a.amount - b.amount);
  if (!lowest) return [null, null];
  const may = known.length && known.length < inIt.length;
  const unit = may || others.some(price => price.amount > lowest.amount) ? null : unitPrice(lowest, record.measure);
  return unit && record.loose === true ? [unit, null] : [lowest, unit];
}

/** As a price of so much is written: « 7,80 €/kg ». */
const PER = { kg: /^\/kg$/, l: /^\/l$/, m: /^\/m$/, m2: /^\/m²$/, piece: /^(\/pièce|each)$/ };

/** Whether a text of the page names that amount in that currency, of that unit, in whatever words before it, and no other. */
export function names(text, price, lang) {
  const closed = text.replace(/\s/g, '');
  return ['symbol', 'code'].some(currencyDisplay => {
    const amount = written(price, lang === 'en' ? 'en-GB' : 'fr-FR', currencyDisplay).replace(/\s/g, '');
    const at = closed.indexOf(amount), behind = closed.slice(at + amount.length);
    return at >= 0 && !/[\d\u2212-]/.test(closed.slice(0, at)) && (price.per ? PER[price.per]?.test(behind) : behind === '');
  });
}

/** Whether these places of the page name that price, and only one of them does; or, where there is none, none of them is there. */
const isTold = (places, price, lang) => price ? places.length === 1 && names(places[0].textContent, price, lang) : places.length === 0;

/** Whether each price on the page is the signed one. */
function isPricedAsSigned(record, kinds, lang) {
  const offer = [...document.querySelectorAll('.offer .prices')], [first, unit] = namedFirst(record, kinds);
  const within = (places, selector) => places.flatMap(place => [...place.querySelectorAll(selector)]);
  const shown = [...document.querySelectorAll('.kinds li')];
  return isTold(within(offer, '.price'), first, lang) && isTold(within(offer, '.unit'), unit, lang)
    && kinds.every((kind, i) => isTold(within([shown[i]], 'b'), kind.price, lang));
}

/** Whether the page names just those kinds that are signed, where one reads them and where one chooses. */
function isNamedAsSigned(kinds) {
  const shown = [...document.querySelectorAll('.kinds li')], choices = [...document.querySelectorAll('#buy-kind option')];
  return shown.length === kinds.length
    && kinds.every((kind, i) => shown[i].querySelector('bdi')?.textContent.trim() === kind.name.trim())
    && choices.every(({ value, textContent }) => kinds.some(({ key, name }) => key === value && name.trim() === textContent.trim()));
}

/** Letters that run from right to left, and so turn what stands around them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const TURNING = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** A name within a sentence, which keeps its order whatever the name is written in. */
export function isolated(name) {
  const text = String(name).replace(TURNING, '');
  return RIGHT_TO_LEFT.test(text) ? '\u2068' + text + '\u2069' : text;
}

function start(box) {
  const { did, rkey, cid } = box.dataset, lang = document.documentElement.lang;
  const words = box.querySelector('template').content, button = box.querySelector('button'), result = box.querySelector('[role=status]');
  const say = (name, values = {}) => words.querySelector(`[data-say="${name}"]`).textContent
    .replace(/%(\w+)%/g, (whole, key) => values[key] ?? whole);
  const line = (icon, text, kind) => {
    const item = document.createElement('p'), words = document.createElement('span');
    item.className = 'proof ' + kind;
    item.append(document.getElementById('i-' + icon) ? picture(icon) : '', words);
    words.dir = 'auto';
    words.textContent = text;
    return item;
  };
  const picture = icon => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), use = document.createElementNS(svg.namespaceURI, 'use');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', '#i-' + icon);
    svg.append(use);
    return svg;
  };
  const signed = ({ record, kinds }) =>
    say('signed', { name: isolated(record.name), price: priced(record, kinds, document.getElementById('buy-kind')?.value, lang) });
  const check = async () => {
    if (!globalThis.crypto?.subtle) return [line('info', say('insecure'), 'note')];
    const answer = await fetch(`/proof/${did}/${rkey}`, { credentials: 'omit', cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) return [line('x', say('absent'), 'bad')];
    try {
      const found = await verify(new Uint8Array(await answer.arrayBuffer()), did, rkey), { record, kinds } = found;
      const changed = found.cid === cid ? [] : [line('info', say('changed'), 'note')];
      if (record.name?.trim() !== document.querySelector('h1').textContent.trim() || !isNamedAsSigned(kinds)) {
        return [line('x', say('other'), 'bad head'), line('info', signed(found), 'note'), ...changed];
      }
      if (!isPricedAsSigned(record, kinds, lang)) return [line('x', say('price'), 'bad head'), line('info', signed(found), 'note'), ...changed];
      const lines = [
        line('check', say('ok'), 'good head'),
        line('check', signed(found), 'good'),
        line('check', say('same'), 'good'),
        line('check', say('key'), 'good'),
        line('check', say('path', { count: found.blocks }), 'good'),
        line('clock', say('age', { ago: ago(found.signedAt, lang), date: moment(found.signedAt, lang) }), 'note'),
      ];
      return [...lines, ...changed];
    } catch (error) {
      const reason = error instanceof NotProven ? error.reason : 'form';
      return [line('x', say('failed'), 'bad head'), line('x', say('failed.' + reason), 'bad'), line('info', say('advice'), 'note')];
    }
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    result.replaceChildren(line('clock', say('checking'), 'note'));
    result.replaceChildren(...await check());
    button.disabled = false;
  });
  box.hidden = false;
}

const box = globalThis.document?.querySelector('[data-verify]');
if (box) start(box);
