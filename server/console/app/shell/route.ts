export const accountSections = ['keys', 'credits', 'webhook', 'person'] as const;
export type AccountSection = (typeof accountSections)[number];

/** A page of the console. */
export type Route =
  | { readonly page: 'analyses' }
  | { readonly page: 'analysis'; readonly id: string }
  | { readonly page: 'runners' }
  | { readonly page: 'runner'; readonly id: string }
  | { readonly page: 'compare'; readonly first: string | null; readonly second: string | null }
  | { readonly page: 'account'; readonly section: AccountSection }
  | { readonly page: 'unknown' };

const root = '/console';

/** The page at an address. */
export function routeOf({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Route {
  const [first, second, ...others] = pathname.slice(root.length).split('/').filter(Boolean);
  if (!pathname.startsWith(root) || others.length > 0) return { page: 'unknown' };
  const query = new URLSearchParams(search);
  if (first === undefined) return { page: 'analyses' };
  if (first === 'analyses') return second ? { page: 'analysis', id: second } : { page: 'analyses' };
  if (first === 'runners') return second ? { page: 'runner', id: second } : { page: 'runners' };
  if (first === 'compare' && !second)
    return { page: 'compare', first: query.get('first'), second: query.get('second') };
  if (first === 'account') {
    const section = second === undefined ? 'keys' : accountSections.find((known) => known === second);
    return section ? { page: 'account', section } : { page: 'unknown' };
  }
  return { page: 'unknown' };
}

/** The address of a page. */
export function pathOf(route: Route): string {
  switch (route.page) {
    case 'analyses':
      return root;
    case 'analysis':
      return `${root}/analyses/${encodeURIComponent(route.id)}`;
    case 'runners':
      return `${root}/runners`;
    case 'runner':
      return `${root}/runners/${encodeURIComponent(route.id)}`;
    case 'compare': {
      const chosen = Object.entries({ first: route.first, second: route.second }).filter(
        (entry): entry is [string, string] => entry[1] !== null,
      );
      return chosen.length === 0 ? `${root}/compare` : `${root}/compare?${new URLSearchParams(chosen)}`;
    }
    case 'account':
      return `${root}/account/${route.section}`;
    case 'unknown':
      return root;
  }
}
