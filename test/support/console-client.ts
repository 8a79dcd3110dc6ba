import { addPerson } from '../../server/accounts/partner-people.ts';

/** What a browser sends that shows a page of the console, without a browser. */
export class ConsoleClient {
  readonly #url: string;
  /** What the browser keeps, as it sends it. */
  cookie = '';

  /** @param url Of the server, without a slash at its end. */
  constructor(url: string) {
    this.#url = url;
  }

  /** Asks the console's API. Objects go as JSON. */
  async ask(method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}) {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.#url}/console/api${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie !== '' && { cookie: this.cookie }),
        ...(method !== 'GET' && { 'x-stridelab-console': '1', origin: this.#url, 'sec-fetch-site': 'same-origin' }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as unknown };
  }

  /** Signs in, and keeps the cookie as a browser does. */
  async signIn(name: string, password: string) {
    const answer = await this.ask('POST', '/session', { name, password });
    const [cookie] = answer.headers.getSetCookie();
    if (answer.status === 200 && cookie !== undefined) this.cookie = cookie.split(';')[0];
    return answer;
  }
}

export const somePassword = 'correct horse battery';

/** Somebody of a partner who is signed in. */
export async function signedIn(
  { url, dataDir }: { readonly url: string; readonly dataDir: string },
  name = 'Mia',
  partner = 'Acme Running',
): Promise<ConsoleClient> {
  await addPerson(dataDir, { partner, name }, somePassword);
  const client = new ConsoleClient(url);
  const { status, body } = await client.signIn(name, somePassword);
  if (status !== 200) throw new Error(`${name} could not sign in: ${JSON.stringify(body)}`);
  return client;
}
