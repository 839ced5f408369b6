// checkout.js: the basket's page and the orders' page, in one file that is the same on every node of a release.

import { start as basketPage } from './basket-page.js';
import { start as ordersPage } from './orders-page.js';

const basket = document.querySelector('[data-page=basket]'), orders = document.querySelector('[data-page=orders]');
if (basket) basketPage(basket);
if (orders) ordersPage(orders);
