// What the browser makes of the baskets in a file: node money.mjs money.js baskets.json
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [code, file] = process.argv.slice(2);
const { priceLine, priceOrder, deliveryFee, zoneFor } = await import(pathToFileURL(code));
const baskets = JSON.parse(readFileSync(file, 'utf8'));
console.log(JSON.stringify(baskets.map(basket => {
  const lines = basket.lines.map(line => priceLine(line.record, line.variant, line.quantity));
  const sold = lines.filter(line => line !== null), goods = sold.reduce((sum, line) => sum + line.total, 0);
  const zone = zoneFor(basket.zones, goods);
  const fee = zone && 'fee' in zone ? deliveryFee(sold, zone.fee, basket.country, 'EUR') : 0;
  return { lines: lines.map(line => line && [line.unitPrice, line.total, line.vatRate, line.newBook]), zone, ...priceOrder(sold, fee) };
})));
