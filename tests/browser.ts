import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** Starts a headless Chromium: CHROME_PATH, then the system's own, then the one in @sparticuz/chromium. */
export async function launchBrowser(): Promise<Browser> {
  const refusals: string[] = []
  for (const executablePath of systemBrowsers()) {
    try {
      return await chromium.launch({ executablePath, args: FLAGS })
    } catch (error) {
      refusals.push(`${executablePath}: ${firstLine(error)}`)
    }
  }
  try {
    const { default: serverless } = await import('@sparticuz/chromium')
    serverless.setGraphicsMode = false
    const executablePath = await serverless.executablePath()
    return await chromium.launch({ executablePath, args: [...new Set([...serverless.args, ...FLAGS])] })
  } catch (error) {
    refusals.push(`@sparticuz/chromium: ${firstLine(error)}`)
  }
  throw new Error(
    'No Chromium could be started: install Chrome, Edge or Chromium (Debian: apt-get install chromium), ' +
      `or point CHROME_PATH at one. Tried ${refusals.join('; ')}`,
  )
}

/** Every browser of this machine that exists, the one the developer asked for first. */
function systemBrowsers(): string[] {
  const asked = process.env.CHROME_PATH
  return [...new Set([...(asked ? [asked] : []), ...usualPlaces()])].filter((path) => existsSync(path))
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) => `${app}.app/Contents/MacOS/${app}`)
    return ['/Applications', join(homedir(), 'Applications')].flatMap((root) => apps.map((app) => join(root, app)))
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const apps = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return roots.flatMap((root) => (root ? apps.map((app) => join(root, app)) : []))
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return folders.flatMap((folder) => (folder ? NAMES.map((name) => join(folder, name)) : []))
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
}
