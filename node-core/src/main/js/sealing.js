// Orders and words as they leave the browser, and answers as they come back: docs/PROTOCOL.md §5 to the letter. JOSE is npm's
// `jose` over WebCrypto; keys are JWK, kept with the order.

import { base64url, calculateJwkThumbprint, compactDecrypt, CompactEncrypt, CompactSign, compactVerify, decodeProtectedHeader,
  importJWK } from 'jose';
import { isAnswer, isMoment } from './shape.js';
import { pointOf, verify } from '../resources/org/echoppe/web/static/verify.js';

const ALG = 'ECDH-ES+A256KW', ENC = 'A256GCM', SIZES = [4, 16, 64].map(size => size * 1024);
const STALE = 30 * 86_400_000, UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }), TEXT = new TextEncoder();

export const ORDER = 'vnd.echoppe.order+jws', WORD = 'vnd.echoppe.word+jws';
const RECEIPT = 'vnd.echoppe.receipt+jws', ANSWER = 'vnd.echoppe.answer+jws', REPLY = 'vnd.echoppe.reply+jws';

/** Why something sealed or signed is not believed. */
export class BadWord extends Error {}
const refuse = reason => { throw new BadWord(reason); };

const exactly = (object, names) => typeof object === 'object' && object !== null
  && Object.keys(object).sort().join() === [...names].sort().join();
const publicPart = ({ x, y }) => ({ kty: 'EC', crv: 'P-256', x, y });
const random = length => crypto.getRandomValues(new Uint8Array(length));
const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const hash = async text => base64url.encode(await sha256(TEXT.encode(text)));
const thumbprint = key => calculateJwkThumbprint(publicPart(key), 'sha256');

function jwkOf(did) {
  const { x, y } = pointOf(did);
  return publicPart({ x: base64url.encode(x), y: base64url.encode(y) });
}

async function newKey() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { kty, crv, x, y, d };
}

/** The keys of one order, its nonce, its id, and the name of its reply key. */
export async function newOrder() {
  const keys = { order: await newKey(), reply: await newKey() }, nonce = random(16);
  const id = base64url.encode(await sha256(Uint8Array.of(...base64url.decode(await thumbprint(keys.order)), ...nonce)));
  return { id, nonce: base64url.encode(nonce), keys, reply: await thumbprint(keys.reply), replyKey: publicPart(keys.reply) };
}

/**
 * The shop's profile as it signed it.
 * @throws NotProven where the proof is none, BadWord 'stale', 'absent' or 'unreachable'
 */
export async function signedRecord(did, rkey, now = Date.now()) {
  const answer = await fetch(`/proof/${did}/${rkey}`, { credentials: 'omit', cache: 'no-store' }).catch(() => null);
  if (!answer) refuse('unreachable');
  if (!answer.ok) refuse(answer.status === 404 || answer.status === 410 || answer.status === 451 ? 'absent' : 'unreachable');
  const found = await verify(new Uint8Array(await answer.arrayBuffer()), did, rkey);
  if (now - found.signedAt > STALE) refuse('stale');
  return found;
}

function padded(text) {
  const bytes = TEXT.encode(text), size = SIZES.find(most => bytes.length <= most) ?? refuse('too long');
  const full = new Uint8Array(size).fill(0x20);
  full.set(bytes);
  return full;
}

async function seal(text, jwk, kid) {
  return new CompactEncrypt(padded(text)).setProtectedHeader({ alg: ALG, enc: ENC, kid }).encrypt(await importJWK(jwk, ALG));
}

/**
 * Signs with the order's key, seals to the merchant's, and puts it into an envelope.
 * @returns {id, hash, body}: the envelope's id, the hash that its receipt will name, and its JSON
 */
export async function envelope({ typ, payload, keys, reply, replyAt, to, encryptionKey }) {
  const signed = await new CompactSign(TEXT.encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ, jwk: publicPart(keys.order) })
    .sign(await importJWK(keys.order, 'ES256'));
  const jwe = await seal(signed, jwkOf(encryptionKey), encryptionKey), id = base64url.encode(random(16));
  return { id, hash: await hash(jwe), body: JSON.stringify({ v: 1, id, to, reply, replyAt, jwe }) };
}

async function signedBy(did, compact, typ) {
  const header = decodeProtectedHeader(compact);
  if (!exactly(header, ['alg', 'typ', 'kid']) || header.alg !== 'ES256' || header.typ !== typ) refuse('header');
  if (header.kid !== did) refuse('signed by another');
  const { payload } = await compactVerify(compact, await importJWK(jwkOf(did), 'ES256'), { algorithms: ['ES256'] });
  const json = JSON.parse(UTF8.decode(payload));
  return json?.v === 1 ? json : refuse('version');
}

/** 'arrived' or 'read': what the merchant signed about this very envelope. */
export async function receiptOf(compact, did, letter) {
  const receipt = await signedBy(did, compact, RECEIPT);
  if (receipt.envelope !== letter.id || receipt.hash !== letter.hash) refuse('another envelope');
  if (receipt.state !== 'arrived' && receipt.state !== 'read') refuse('state');
  if (!isMoment(receipt.at)) refuse('form');
  return { state: receipt.state, at: receipt.at };
}

/** What the merchant answers, when it is theirs, for this order, and sealed to its key. */
export async function answerOf(compact, order) {
  const outside = await signedBy(order.to, compact, ANSWER);
  if (outside.reply !== order.reply) refuse('another reply key');
  const header = decodeProtectedHeader(outside.jwe);
  if (!exactly(header, ['alg', 'enc', 'epk', 'kid']) || !exactly(header.epk, ['kty', 'crv', 'x', 'y'])) refuse('header');
  if (header.kid !== order.reply) refuse('sealed to another key');
  const { plaintext } = await compactDecrypt(outside.jwe, await importJWK(order.keys.reply, ALG),
    { keyManagementAlgorithms: [ALG], contentEncryptionAlgorithms: [ENC] });
  if (!SIZES.includes(plaintext.length)) refuse('size');
  const reply = await signedBy(order.to, UTF8.decode(plaintext).trimEnd(), REPLY);
  if (reply.order !== order.id || reply.reply !== order.reply || reply.number !== outside.number) refuse('another order');
  return isAnswer(reply) ? reply : refuse('form');
}

const TRIES = 4_096;

/**
 * The number for which SHA-256(salt ‖ ':' ‖ id ‖ ':' ‖ n) begins with so many zero bits.
 * @param report is told now and then how likely it was to be found by now
 */
export async function work(salt, id, bits, report) {
  for (let n = 0; ; n++) {
    const digest = await sha256(TEXT.encode(`${salt}:${id}:${n}`));
    const zeros = digest.findIndex(byte => byte !== 0);
    if (zeros < 0 || zeros * 8 + Math.clz32(digest[zeros]) - 24 >= bits) return n;
    if (report && n % TRIES === 0) report(1 - Math.exp(-n / 2 ** bits));
  }
}
