import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pathOf, type Route, routeOf } from './route.ts';

const movedEvent = 'stridelab-moved';

/** Goes to a page; `replace` leaves no step back. */
export function go(route: Route, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', pathOf(route));
  else history.pushState(null, '', pathOf(route));
  window.dispatchEvent(new Event(movedEvent));
}

/** The page at the browser's address. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location));
    window.addEventListener('popstate', follow);
    window.addEventListener(movedEvent, follow);
    return () => {
      window.removeEventListener('popstate', follow);
      window.removeEventListener(movedEvent, follow);
    };
  }, []);
  return route;
}

interface LinkProps {
  readonly to: Route;
  readonly class?: string;
  readonly isCurrent?: boolean;
  /** Told instead of what it shows, which it begins with. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A link that goes without loading the page anew. */
export function Link({ to, isCurrent, label, children, ...others }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={pathOf(to)} onClick={follow} aria-current={isCurrent ? 'page' : undefined} aria-label={label} {...others}>
      {children}
    </a>
  );
}
