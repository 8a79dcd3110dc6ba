/**
 * What watches over a PostgreSQL server, as a program of Node's: it reads `start` and `kill` from its input, answers `ok <pid>` or what
 * went wrong, and ends the server and removes its folder when the input ends.
 */
export const superviseProgram = String.raw`
const { execFileSync, spawn } = require('node:child_process');
const { appendFileSync, existsSync, openSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { folder, bin, env, user, listen } = JSON.parse(process.argv[1]);
const data = join(folder, 'data');
const options = { cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...env }, ...user };
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let server = null;

async function start() {
  if (server !== null) return;
  if (!existsSync(join(data, 'PG_VERSION'))) {
    execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'stridelab', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'], { ...options, stdio: 'pipe' });
    // Whoever shares a network with the address may come in.
    if (listen !== null) appendFileSync(join(data, 'pg_hba.conf'), 'host all all samenet trust\n');
  }
  for (let tries = 1; ; tries++) {
    if (await startOnce()) return;
    if (tries === 10) throw new Error(readFileSync(join(folder, 'log'), 'utf8').slice(-500));
    await sleep(200);
  }
}

async function startOnce() {
  rmSync(join(data, 'postmaster.pid'), { force: true });
  const log = openSync(join(folder, 'log'), 'a');
  const settings = { fsync: 'on', synchronous_commit: 'on', max_connections: '100', shared_buffers: '64MB', unix_socket_directories: folder,
    listen_addresses: listen === null ? '' : listen.host, port: listen === null ? '5432' : String(listen.port) };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', name + '=' + value]);
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...args], { ...options, stdio: ['ignore', log, log] });
  let ended = false;
  child.on('exit', () => { ended = true; if (server === child) server = null; });
  while (!ended) {
    const lines = existsSync(join(data, 'postmaster.pid')) ? readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n') : [];
    if ((lines[7] ?? '').trim() === 'ready' && Number(lines[0]) === child.pid) { server = child; return true; }
    await sleep(20);
  }
  return false;
}

const childrenOf = (pid) => {
  try { return readFileSync('/proc/' + pid + '/task/' + pid + '/children', 'utf8').split(' ').filter(Boolean).map(Number); }
  catch { return []; }
};
const isAlive = (pid) => { try { process.kill(pid, 0); return true; } catch { return false; } };

async function kill() {
  if (server === null) return;
  const { pid } = server;
  process.kill(pid, 'SIGSTOP');
  const all = [pid, ...childrenOf(pid)];
  for (const one of all) if (isAlive(one)) process.kill(one, 'SIGKILL');
  while (all.some(isAlive)) await sleep(10);
}

async function end() {
  if (server !== null) {
    const { pid } = server;
    process.kill(pid, 'SIGQUIT');
    for (let waited = 0; isAlive(pid) && waited < 5000; waited += 20) await sleep(20);
    await kill();
  }
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

let last = Promise.resolve();
const lines = require('node:readline').createInterface(process.stdin);
lines.on('line', (line) => {
  last = last.then(line === 'start' ? start : kill).then(
    () => console.log('ok ' + (server === null ? 0 : server.pid)),
    (error) => console.log(String(error.stderr ?? error.message).replaceAll('\n', ' ')),
  );
});
lines.on('close', () => { last = last.then(end); });
process.stdout.on('error', () => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
`;
