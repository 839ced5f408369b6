// Suggestions under a search box. Everything works without this file.
(() => {
  'use strict';
  for (const form of document.querySelectorAll('form[data-suggest]')) {
    const input = form.querySelector('input[type=search]');
    const list = document.createElement('ul');
    list.id = input.id + '-suggestions';
    list.className = 'suggestions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.labels[0].textContent);
    list.hidden = true;
    form.append(list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', list.id);
    const [category, shop] = (form.dataset.kinds || '|').split('|');
    const kinds = { category, shop };
    const said = document.createElement('div');
    said.className = 'hidden';
    said.setAttribute('aria-live', 'polite');
    form.append(said);
    let chosen = -1, typed = '', timer = 0, asked = 0;

    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    // to a page that knows from where the shopper looks, as long as this form does
    const open = (path, category) => {
      const url = new URL(path, location.href), near = form.elements.near;
      if (category) url.searchParams.set('category', category);
      if (near && !near.disabled) url.searchParams.set('near', near.value);
      location.assign(url.href);
    };
    const go = option => {
      if (option.dataset.kind === 'category') {
        open(form.dataset.search, option.dataset.text);
      } else if (option.dataset.did) {
        open(form.dataset.shops + option.dataset.did);
      } else {
        input.value = option.dataset.text;
        close();
        form.requestSubmit();
      }
    };
    const choose = index => {
      const options = [...list.children];
      chosen = index < options.length ? index : -1;
      options.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)));
      if (chosen < 0) {
        input.removeAttribute('aria-activedescendant');
        input.value = typed;
      } else {
        input.setAttribute('aria-activedescendant', options[chosen].id);
        options[chosen].scrollIntoView({ block: 'nearest' });
        if (options[chosen].dataset.kind === 'name') input.value = options[chosen].dataset.text;
      }
    };
    const show = suggestions => {
      list.replaceChildren(...suggestions.map(({ text, kind, did }, i) => {
        const option = document.createElement('li');
        option.id = list.id + '-' + i;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.text = text;
        option.dataset.kind = kind;
        if (did) option.dataset.did = did;
        const words = document.createElement('bdi');
        words.textContent = kind === 'category' ? text.replaceAll(' > ', ' › ') : text;
        option.append(words);
        if (kinds[kind]) {
          const label = document.createElement('span');
          label.className = 'kind';
          label.textContent = ' ' + kinds[kind];
          option.append(label);
        }
        option.addEventListener('pointerdown', event => { event.preventDefault(); go(option); });
        return option;
      }));
      chosen = -1;
      list.hidden = suggestions.length === 0;
      said.textContent = list.hidden ? '' : suggestions.length === 1 ? form.dataset.foundOne : form.dataset.foundMany.replace('%count%', suggestions.length);
      input.setAttribute('aria-expanded', String(!list.hidden));
      input.removeAttribute('aria-activedescendant');
    };
    const ask = async () => {
      typed = input.value;
      const mine = ++asked;
      if (typed.trim().length < 2) return close();
      try {
        const url = new URL(form.dataset.suggest, location.href);
        url.searchParams.set('q', typed.trim());
        const answer = await fetch(url, { credentials: 'omit' });
        const found = answer.ok ? (await answer.json()).suggestions : [];
        if (mine === asked && document.activeElement === input) show(found);
      } catch {
        close();
      }
    };
    input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener('keydown', event => {
      if (list.hidden) return;
      if (event.key === 'ArrowDown') { event.preventDefault(); choose(chosen + 1); }
      else if (event.key === 'ArrowUp') { event.preventDefault(); choose(chosen < 0 ? list.children.length - 1 : chosen - 1); }
      else if (event.key === 'Escape') { event.preventDefault(); input.value = typed; close(); }
      else if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); go(list.children[chosen]); }
    });
    input.addEventListener('blur', close);
  }
})();
