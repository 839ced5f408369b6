// A QR code (ISO/IEC 18004) of some text as SVG: bytes, error correction M and at most version 13, as EPC069-12 wants it.

const ECC = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22], BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9];
const MOST = 13, QUIET = 4;

function rawModules(version) {
  let count = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const align = Math.floor(version / 7) + 2;
    count -= (25 * align - 10) * align - 55;
    if (version >= 7) count -= 36;
  }
  return count;
}

const dataBytes = version => Math.floor(rawModules(version) / 8) - ECC[version] * BLOCKS[version];

// ---- Reed–Solomon over GF(256)

function multiply(x, y) {
  let z = 0;
  for (let i = 7; i >= 0; i--) z = (z << 1) ^ ((z >>> 7) * 0x11d) ^ (((y >>> i) & 1) * x);
  return z;
}

function divisor(degree) {
  const result = new Array(degree - 1).fill(0).concat(1);
  for (let i = 0, root = 1; i < degree; i++, root = multiply(root, 2)) {
    for (let j = 0; j < degree; j++) result[j] = multiply(result[j], root) ^ (result[j + 1] ?? 0);
  }
  return result;
}

function remainder(data, by) {
  const result = by.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ result.shift();
    result.push(0);
    by.forEach((part, i) => { result[i] ^= multiply(part, factor); });
  }
  return result;
}

function codewords(bytes, version) {
  const bits = [], push = (value, length) => { for (let i = length - 1; i >= 0; i--) bits.push((value >>> i) & 1); };
  push(4, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  bytes.forEach(byte => push(byte, 8));
  const capacity = dataBytes(version) * 8;
  push(0, Math.min(4, capacity - bits.length));
  push(0, (8 - bits.length % 8) % 8);
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) push(pad, 8);
  const data = Array.from({ length: capacity / 8 }, (_, i) => bits.slice(i * 8, i * 8 + 8).reduce((sum, bit) => sum << 1 | bit, 0));
  const count = BLOCKS[version], raw = Math.floor(rawModules(version) / 8), short = count - raw % count, length = Math.floor(raw / count);
  const blocks = [], by = divisor(ECC[version]);
  for (let i = 0, at = 0; i < count; i++) {
    const part = data.slice(at, at += length - ECC[version] + (i < short ? 0 : 1)), check = remainder(part, by);
    if (i < short) part.push(null);
    blocks.push(part.concat(check));
  }
  return blocks[0].flatMap((_, i) => blocks.map(block => block[i])).filter(byte => byte !== null);
}

// ---- the square

function empty(version) {
  const size = version * 4 + 17, modules = Array.from({ length: size }, () => new Array(size).fill(false)), fixed = modules.map(row => row.slice());
  const set = (x, y, dark) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    modules[y][x] = dark;
    fixed[y][x] = true;
  };
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    for (let dy = -4; dy <= 4; dy++) for (let dx = -4; dx <= 4; dx++) set(x + dx, y + dy, ![2, 4].includes(Math.max(Math.abs(dx), Math.abs(dy))));
  }
  const count = version === 1 ? 0 : Math.floor(version / 7) + 2, at = count ? [6] : [];
  const step = count ? Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2 : 0;
  for (let place = size - 7; at.length < count; place -= step) at.splice(1, 0, place);
  at.forEach((x, i) => at.forEach((y, j) => {
    if (i === 0 && j === 0 || i === 0 && j === count - 1 || i === count - 1 && j === 0) return;
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
  }));
  if (version >= 7) {
    let rest = version;
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    for (let i = 0, bits = version << 12 | rest; i < 18; i++) {
      const a = size - 11 + i % 3, b = Math.floor(i / 3);
      set(a, b, (bits >>> i & 1) === 1);
      set(b, a, (bits >>> i & 1) === 1);
    }
  }
  return { size, modules, fixed, set };
}

function format({ size, set }, mask) {
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = (mask << 10 | rest) ^ 0x5412, bit = i => (bits >>> i & 1) === 1;
  for (let i = 0; i <= 5; i++) set(8, i, bit(i));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i));
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i));
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i));
  set(8, size - 8, true);
}

function fill({ size, modules, fixed }, bytes) {
  let i = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      for (let j = 0; j < 2; j++) {
        const x = right - j, y = (right + 1 & 2) === 0 ? size - 1 - step : step;
        if (!fixed[y][x] && i < bytes.length * 8) {
          modules[y][x] = (bytes[i >>> 3] >>> (7 - (i & 7)) & 1) === 1;
          i++;
        }
      }
    }
  }
}

/** Every second diagonal turned: any mask is legal, and this one keeps codes of text quiet. */
const MASK = 0;

/** The dark squares by row; null for what is too long. */
export function modulesOf(text) {
  const bytes = new TextEncoder().encode(text);
  let version = 1;
  while (version <= MOST && bytes.length + (version < 10 ? 2 : 3) > dataBytes(version)) version++;
  if (version > MOST) return null;
  const square = empty(version);
  format(square, MASK);
  fill(square, codewords(bytes, version));
  square.modules.forEach((row, y) => row.forEach((_, x) => { if (!square.fixed[y][x] && (x + y) % 2 === 0) row[x] = !row[x]; }));
  return square.modules;
}

/** An SVG element; null for no text, and for too much. */
export function qrOf(text) {
  const modules = text ? modulesOf(text) : null;
  if (!modules) return null;
  const namespace = 'http://www.w3.org/2000/svg', svg = document.createElementNS(namespace, 'svg'), size = modules.length + 2 * QUIET;
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'qr');
  svg.setAttribute('role', 'img');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', modules.flatMap((row, y) => row.map((dark, x) => dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')).join(''));
  svg.append(path);
  return svg;
}
