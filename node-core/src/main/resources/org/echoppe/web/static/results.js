// Narrowing, sorting and leafing without loading the whole page anew; and one's own place, when asked. Everything works
// without this file.
(() => {
  'use strict';
  const shown = () => document.querySelector('[data-part]');
  let asking = null;
  const said = document.createElement('div');
  said.className = 'hidden';
  said.setAttribute('aria-live', 'polite');
  document.body.append(said);

  // What the focus is on, by the words around it: the element itself is about to be replaced.
  const name = element => {
    const part = element?.closest?.('[data-part]');
    if (!part) return null;
    const around = element.closest('[aria-labelledby], [aria-label]');
    const words = (element.querySelector('bdi') || element).textContent.trim();
    return (around?.getAttribute('aria-labelledby') || around?.getAttribute('aria-label') || '') + '|' + (element.name || words);
  };
  const find = (part, wanted) => wanted &&
    [...part.querySelectorAll('a[href], button, input:not([type=hidden]), summary')].find(element => name(element) === wanted);

  const put = (text, leafed, top) => {
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const part = fresh.querySelector('[data-part]');
    if (!part) return false;
    const old = shown();
    const wanted = name(document.activeElement);
    const open = old.querySelector('details.facets')?.open;
    const at = scrollY;
    document.title = fresh.title;
    // the links around take along from where the shopper looks, or no longer
    for (const place of ['.brand', '.top .wide', '.language', '.foot nav', 'link[rel=alternate][hreflang]', 'link[rel=canonical]', 'form.search [name=near]']) {
      const mine = document.querySelectorAll(place);
      fresh.querySelectorAll(place).forEach((element, i) => mine[i]?.replaceWith(element));
    }
    // the basket's own sign stays as it is: it holds a number
    const basket = fresh.querySelector('.to-basket')?.getAttribute('href');
    if (basket) document.querySelectorAll('.to-basket, .toast a').forEach(link => link.setAttribute('href', basket));
    fresh.querySelectorAll('form.search [type=search]').forEach(({ id, value }) => {
      const mine = document.getElementById(id);
      if (mine && mine !== document.activeElement) mine.value = value;
    });
    old.replaceWith(part);
    const details = part.querySelector('details.facets');
    if (details && open) details.open = true;
    ready(part);
    if (leafed) {
      (part.querySelector('h1') || part.querySelector('[role=status]'))?.focus({ preventScroll: true });
      // what stands above the part of a shop's page has been read
      if (part.querySelector('h1')) scrollTo(0, 0);
      else part.scrollIntoView();
    } else if (wanted) {
      (find(part, wanted) || part.querySelector('h1') || part.querySelector('[role=status]'))?.focus({ preventScroll: true });
      scrollTo(0, at);
    }
    if (Number.isFinite(top)) scrollTo(0, top);
    said.textContent = part.querySelector('[role=status]')?.textContent || '';
    return true;
  };

  // A page without its fragment: what the part shows, or is about to after going back.
  const page = url => new URL(url, location.href).href.replace(/#.*/s, '');
  let current = page(location.href);

  // To where there is no part to put in place: an address that differs by its fragment alone would load nothing.
  const leave = url => page(url) === page(location.href) ? location.reload() : location.assign(url);

  // Where one is on a page is kept with it, for the way back. The browser itself would look for the place before the part is there.
  let keeping = 0;
  const keepTop = () => history.replaceState({ ...history.state, top: scrollY }, '');
  const push = url => {
    clearTimeout(keeping);
    history.scrollRestoration = 'manual';
    keepTop();
    history.pushState(null, '', url);
    current = page(url);
  };

  const go = async (url, { pushed = false, leafed = false, top } = {}) => {
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(url, { credentials: 'omit', signal: mine.signal });
      const text = await answer.text();
      if (mine !== asking) return;
      if (pushed) push(url);
      if (!put(text, leafed, top)) leave(url);
    } catch (trouble) {
      if (trouble.name !== 'AbortError') leave(url);
    }
  };

  const here = url => url.origin === location.origin && url.pathname === location.pathname;

  addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    if (!link || !shown()?.contains(link) || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    if (!here(url)) return;
    event.preventDefault();
    go(url.href, { pushed: true, leafed: link.rel === 'next' || link.rel === 'prev' });
  });

  addEventListener('submit', event => {
    const form = event.target;
    const url = new URL(form.action, location.href);
    if (!shown() || form.method !== 'get' || !here(url)) return;
    event.preventDefault();
    for (const [key, value] of new FormData(form)) if (value) url.searchParams.set(key, value);
    if (form.matches('.search')) document.activeElement?.blur();
    go(url.href, { pushed: true, leafed: form.matches('.search') });
  });

  if (shown()) {
    addEventListener('popstate', ({ state }) => {
      clearTimeout(keeping);
      if (page(location.href) === current) {
        if (Number.isFinite(state?.top)) scrollTo(0, state.top);
        return;
      }
      current = page(location.href);
      go(location.href, { top: state?.top });
    });
    addEventListener('scroll', () => {
      clearTimeout(keeping);
      keeping = setTimeout(keepTop, 200);
    }, { passive: true });
    // to and from other pages the browser finds the place by itself
    addEventListener('pagehide', () => {
      clearTimeout(keeping);
      history.scrollRestoration = 'auto';
    });
  }

  // Rounded to about a kilometre before it leaves this page, for this market alone.
  const ready = root => {
    for (const form of root.querySelectorAll('[data-near]')) {
      const button = form.querySelector('[data-here]');
      if (!navigator.geolocation || !isSecureContext || !button) continue;
      button.hidden = false;
      form.querySelector('[data-here-note]').hidden = false;
      button.addEventListener('click', () => {
        button.disabled = true;
        navigator.geolocation.getCurrentPosition(({ coords }) => {
          button.disabled = false;
          form.querySelector('[name=near]').value = coords.latitude.toFixed(2) + ',' + coords.longitude.toFixed(2);
          form.requestSubmit();
        }, () => {
          button.disabled = false;
          said.textContent = '';
          const note = form.querySelector('[data-here-note]');
          note.textContent = button.dataset.failed;
          said.textContent = button.dataset.failed;
        }, { maximumAge: 600000, timeout: 15000 });
      });
    }
  };
  ready(document);
})();
