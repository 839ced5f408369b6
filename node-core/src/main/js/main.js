// checkout.js: the basket's page and the orders' page, in one file that is the same on every node of a release.

import { h, place as put, say } from './dom.js';
import { notice } from './order-part.js';
import { start as basketPage } from './basket-page.js';
import { start as ordersPage } from './orders-page.js';

/** A page that does not open says so, and what is safe: the words without scripts would be wrong. */
const open = (root, start) => start(root).catch(error => {
  put(root, h('h1', {}, say('title')), notice('alert', 'warn', h('p', { role: 'alert' }, say('stopped'))));
  throw error;
});

const basket = document.querySelector('[data-page=basket]'), orders = document.querySelector('[data-page=orders]');
if (basket) open(basket, basketPage);
if (orders) open(orders, ordersPage);
