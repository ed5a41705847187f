import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const platform = process.env.TARO_ENV ?? 'weapp'
const out = process.env.TARO_APP_OUT ?? `dist/${platform}`
/** The played WeChat of the demo town: only in the browser, and only where it is asked for. */
const sandbox = platform === 'h5' && process.env.TARO_APP_SANDBOX === '1'
const shared = path.resolve(__dirname, '../../shared')
/** npm may put it beside this package, where Taro's own packages do not look. */
const framework = path.dirname(require.resolve('@tarojs/plugin-framework-react/package.json'))
/** Newer syntax than old phones read (and private fields, which Taro's minifier for the browser breaks). */
const modern = (file: string) => /node_modules[\\/](@tanstack|zod|query-string)[\\/]/.test(file)
const abort = path.resolve(__dirname, '../src/abort.ts')
const devApi = process.env.ANJU_DEV_API ?? 'http://127.0.0.1:8787'
/** WeChat calls one absolute https address; the browser calls the address it was served from. */
const origin = platform === 'weapp' ? (process.env.TARO_APP_API ?? 'https://api.example.invalid') : ''
/** What Terser does by itself: Taro turns most of it off, as was needed for phones of ten years ago. */
const compress = {
  ecma: 2018 as const,
  arrows: true,
  collapse_vars: true,
  comparisons: true,
  computed_props: true,
  hoist_props: true,
  inline: true,
  loops: true,
  negate_iife: true,
  properties: true,
  reduce_funcs: true,
  reduce_vars: true,
  switches: true,
}

const config: UserConfigExport<'webpack5'> = {
  projectName: 'anju',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: out,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  /** It saves two seconds of ten, warns in the browser build and once gave back an uncompiled module. */
  cache: { enable: false },
  alias: { '@anju/shared': shared, '@tarojs/plugin-framework-react': framework },
  plugins: [path.resolve(__dirname, 'template-plugin/index.js')],
  /** The names of the tab icons stand in theme.json, where Taro does not look for files. */
  copy: { patterns: platform === 'weapp' ? [{ from: 'src/assets/tab', to: `${out}/assets/tab` }] : [], options: {} },
  defineConstants: { API_ORIGIN: JSON.stringify(origin), SANDBOX: JSON.stringify(sandbox) },
  terser: { enable: true, config: { compress, output: { ecma: 2018, ascii_only: false } } },
  mini: {
    compile: { include: [shared, modern] },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} } },
    webpackChain(chain, webpack) {
      chain.output.set('environment', { arrowFunction: true, const: true })
      chain
        .plugin('abort')
        .use(webpack.ProvidePlugin, [
          { AbortController: [abort, 'AbortController'], AbortSignal: [abort, 'AbortSignal'] },
        ])
    },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    imageUrlLoaderOption: { limit: 1024 },
    compile: { include: [shared, modern] },
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true },
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 22 } },
    },
    webpackChain(chain) {
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 8 * 1024,
        maxAsyncRequests: 12,
        cacheGroups: { shared: { minChunks: 2, reuseExistingChunk: true } },
      })
      chain.performance.maxAssetSize(400 * 1024).maxEntrypointSize(500 * 1024)
    },
    devServer: { host: '127.0.0.1', port: 10086, open: false, proxy: [{ context: ['/api'], target: devApi }] },
  },
}

export default defineConfig<'webpack5'>(config)
