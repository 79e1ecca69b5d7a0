// The browser: one shared Chromium for most tests, and processes of our own for those that kill it.
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const { chromium } = createRequire(import.meta.url)('playwright-core');
export const EXECUTABLE = process.env.WAYPOST_CHROMIUM || '/usr/bin/chromium';
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--hide-scrollbars'];

/** Parts of the browser's window that take two processes more for each page. */
const WINDOW = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];
/** What Playwright switches off itself: its switch is replaced by one of the same name. */
const PLAYWRIGHT = ['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'];
const without = features => `--disable-features=${features.join(',')}`;

let shared, launched;
/** The browser that tests share; each works in contexts of its own. One that died takes its test with it, but not those that follow. */
export function browser() {
  if (!shared || launched?.isConnected() === false) {
    launched = undefined;
    shared = chromium.launch({ executablePath: EXECUTABLE, headless: true, args: [...FLAGS, without([...PLAYWRIGHT, ...WINDOW])] }).then(made => (launched = made));
  }
  return shared;
}
export const closeBrowser = async () => { if (shared) await (await shared).close(); };

/** A browser of its own on a profile folder, whose whole process group can be killed at any moment. */
export async function ownBrowser(profile, flags = []) {
  const port = path.join(profile, 'DevToolsActivePort');
  fs.rmSync(port, { force: true });
  const child = spawn(EXECUTABLE, [...FLAGS, ...flags, without(WINDOW), '--headless', `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--password-store=basic', '--disable-session-crashed-bubble', 'about:blank'], { detached: true, stdio: 'ignore' });
  const gone = new Promise(resolve => child.once('exit', resolve));
  const kill = () => { try { process.kill(-child.pid, 'SIGKILL'); } catch { /* it is gone already */ } return gone; };
  for (let waited = 0; !(fs.existsSync(port) && fs.readFileSync(port, 'utf8').includes('\n')); waited += 50) {
    if (waited > 20_000) { await kill(); throw new Error('the browser did not start within 20 s'); }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${fs.readFileSync(port, 'utf8').split('\n')[0]}`);
  const context = connection.contexts()[0];
  return { context, kill };
}
