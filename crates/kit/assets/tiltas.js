// Everything works without this file. With it: clocks count, lists stay fresh, "/" goes to the search box, Escape three
// times leaves. It keeps nothing, sends nothing of its own and asks only the node that served it.
'use strict';
{
  const html = {createHTML: text => text}, policy = window.trustedTypes?.createPolicy('tiltas', html) ?? html;
  const parsed = text => new DOMParser().parseFromString(policy.createHTML(text), 'text/html');
  const byId = id => document.getElementById(id);
  const main = byId('main');
  const all = (what, within = document) => [...within.querySelectorAll(what)];

  // On a wide screen the steps of a form stand open together.
  if (matchMedia('(min-width: 60rem)').matches) all('details.step').forEach(step => { step.open = true; });

  // A region in use is left alone.
  const inUse = region => all('input, textarea, select', region).some(field =>
    field.type === 'hidden' ? false :
    field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked :
    field.tagName === 'SELECT' ? [...field.options].some(option => option.selected !== option.defaultSelected) :
    field.value !== field.defaultValue || field === document.activeElement);

  const put = (region, page) => {
    const fresh = region.id && page.getElementById(region.id);
    if (!fresh || inUse(region)) return false;
    const held = region.contains(document.activeElement) && document.activeElement;
    const open = all('details[open][id]', region).map(part => part.id);
    region.replaceWith(document.adoptNode(fresh));
    open.forEach(id => byId(id)?.setAttribute('open', ''));
    if (held) {
      const href = held.getAttribute('href');
      const again = (held.id && byId(held.id)) || (href && all('a', fresh).find(link => link.getAttribute('href') === href));
      (again || main).focus({preventScroll: true});
    }
    return true;
  };

  const refresh = async () => {
    const answer = await fetch(location.href, {headers: {'Tiltas-Refresh': '1'}});
    if (!answer.ok || answer.redirected) return false;
    const page = parsed(await answer.text());
    const fresh = page.getElementById('main');
    if (fresh?.dataset.version) main.dataset.version = fresh.dataset.version;
    return all('[data-live]').map(region => put(region, page)).some(Boolean);
  };

  // News: a page says where its version is told; when it changes, its regions marked data-live are put in place, politely.
  if (main && main.dataset.news) {
    let tag = '', since = '', timer = 0;
    const notice = byId('offline');
    // Says visibly that the page may be old: since when there is no connection, or that it is no longer kept up to date.
    const say = text => { if (notice && notice.textContent !== text) { notice.textContent = text; notice.hidden = !text; } };
    const away = () => {
      since = since || new Date().toLocaleTimeString(document.documentElement.lang, {hour: '2-digit', minute: '2-digit', hour12: false, timeZone: document.body.dataset.zone});
      say(notice ? notice.dataset.words.replace('{time}', since) : '');
    };
    const ask = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(main.dataset.news, {headers: tag ? {'If-None-Match': tag} : {}});
        if (answer.status >= 500) return away();
        if (answer.redirected || (answer.status >= 400 && answer.status !== 429)) { clearInterval(timer); return say(notice ? notice.dataset.over : ''); }
        since = '';
        say('');
        if (answer.status !== 200) return;
        tag = answer.headers.get('ETag') || '';
        const {version} = await answer.json();
        if (version === main.dataset.version) return;
        main.dataset.version = version;
        const said = byId('news');
        if (await refresh() && said) said.textContent = said.dataset.words;
      } catch { away(); }
    };
    timer = setInterval(ask, 4000);
  }

  // Clocks: minutes count down under three hours. Words come from the page, in its language.
  const began = Date.now();
  const count = () => all('.clock[data-minutes]').forEach(clock => {
    clock.counted ??= {from: Number(clock.dataset.minutes), at: clock.isConnected && count.ran ? Date.now() : began};
    const left = clock.counted.from - Math.floor((Date.now() - clock.counted.at) / 60000);
    const size = Math.abs(left), words = clock.querySelector('b');
    if (size >= 180 || left === clock.counted.from || !words) return;
    const forms = document.body.dataset.count.split('|');
    const form = forms[(left < 0 ? 3 : 0) + (size === 0 ? 2 : size < 60 ? 1 : 0)];
    words.textContent = form.replace('{h}', Math.floor(size / 60)).replace('{m}', size % 60);
    if (left < 0) clock.dataset.s = 'late';
  });
  if (document.body.dataset.count) { count(); count.ran = true; setInterval(count, 15000); }

  // A form marked data-into is answered in place, else as a form is.
  document.addEventListener('submit', async event => {
    const form = event.target, into = form.dataset.into;
    if (!into || form.method !== 'post' || event.submitter?.getAttribute('aria-disabled') === 'true') return;
    event.preventDefault();
    if (form.busy) return;
    form.busy = true;
    try {
      const body = new URLSearchParams(new FormData(form, event.submitter));
      const answer = await fetch(form.action, {method: 'POST', body, headers: {Accept: 'text/html'}});
      if (answer.redirected && new URL(answer.url).pathname !== location.pathname) return location.assign(answer.url);
      const page = parsed(await answer.text()), fresh = page.getElementById(into), old = byId(into);
      if (!fresh || !old) return form.submit();
      old.replaceWith(document.adoptNode(fresh));
      const said = fresh.querySelector('[role=alert], [role=status]') || fresh;
      if (!said.hasAttribute('tabindex')) said.tabIndex = -1;
      said.focus({preventScroll: false});
    } catch { form.submit(); } finally { form.busy = false; }
  });

  // A page that stood for a while first asks whether the node is there.
  document.addEventListener('submit', async event => {
    const form = event.target, button = event.submitter;
    if (form.method !== 'post' || form.dataset.into || form.reached || (navigator.onLine && performance.now() < 30000)) return;
    event.preventDefault();
    if (form.busy) return;
    form.busy = true;
    try {
      await fetch(document.querySelector('link[rel=stylesheet]').href, {method: 'HEAD', cache: 'no-store'});
      form.reached = true;
      form.requestSubmit(button);
    } catch {
      const notice = form.notice ??= document.createElement('p');
      Object.assign(notice, {className: 'note unsent', tabIndex: -1, role: 'alert', textContent: document.body.dataset.unsent});
      (button?.closest('.row, .field-act') || form.lastElementChild).before(notice);
      notice.focus();
    } finally { form.busy = false; }
  });

  // Leaving replaces this page in the history, as far as a page can.
  const leave = () => { document.documentElement.hidden = true; location.replace('/leave'); };
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href="/leave"]');
    if (link) { event.preventDefault(); leave(); }
  });
  let escapes = [];
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      escapes = [...escapes.filter(at => event.timeStamp - at < 2000), event.timeStamp];
      if (escapes.length >= 3) leave();
      return;
    }
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    const find = byId('find');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && find) { event.preventDefault(); find.focus(); }
  });
  // A page that came back from the browser's memory is asked for again: it may show what is closed now.
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
  document.querySelector('.errors')?.focus();
}
