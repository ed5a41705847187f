import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserPage, openPage } from './browser-page.ts'
import { serveH5 } from './serve.ts'

const HTML = `<!doctype html><html lang="zh-CN"><title>样例</title>
<label for="name">姓名<i>选填</i></label><input id="name">
<label>类型<select><option>整租</option><option>合租</option></select></label>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">
<button onclick="ask()">问</button><p id="answer"></p>
<script>
  const ask = async () => {
    const response = await fetch('/api/town?name=' + document.querySelector('input').value)
    document.querySelector('#answer').textContent = await response.text()
    location.hash = '/asked'
    console.error('asked')
  }
</script></html>`

const api = createServer((request, response) => response.end(`API ${request.method} ${request.url}`))
let site: Awaited<ReturnType<typeof serveH5>>
let page: BrowserPage

beforeAll(async () => {
  const dist = mkdtempSync(join(tmpdir(), 'h5-'))
  writeFileSync(join(dist, 'index.html'), HTML)
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  site = await serveH5(dist, `http://127.0.0.1:${(api.address() as AddressInfo).port}`)
  page = await openPage(site.url)
})

afterAll(async () => {
  await page?.close()
  site?.close()
  api.close()
})

test('a page is filled in and tapped, and its API and its errors are seen', async () => {
  await page.fill('姓名', 'Wang')
  await page.pick('类型', '合租')
  expect(await page.value('类型')).toBe('合租')
  await page.tap('问')
  await page.waitForText('API GET /api/town?name=Wang')
  expect(page.route()).toBe('/asked')
  expect(page.errors).toEqual([expect.stringContaining('asked')])
})

test('axe says what is wrong and where', async () => {
  expect(await page.checkAxe()).toEqual([expect.stringMatching(/^critical image-alt: .* at img <img src=/)])
})

test('what reaches over the edge is told, unless it lies in a box that scrolls', async () => {
  expect(await page.tooWide()).toEqual([])
  await page.page.evaluate(() => {
    const wide = '<div style="width: 420px">'
    document.body.innerHTML = `<main style="overflow-x: auto">${wide}scrolls</div></main>${wide}reaches over</div>`
  })
  expect(await page.tooWide()).toEqual([expect.stringMatching(/^wider than the window: .*reaches over/)])
})

test('the Tab key leads to a control by its words', async () => {
  await page.page.setContent('<button>one</button><button onclick="document.title = 1">two</button>')
  await page.press('two')
  expect(await page.page.title()).toBe('1')
  await expect(page.press('three')).rejects.toThrow('the Tab key does not lead to three')
})

test('a file outside of the build is not served', async () => {
  expect((await fetch(`${site.url}/..%2f..%2fetc/passwd`)).status).toBe(404)
})
