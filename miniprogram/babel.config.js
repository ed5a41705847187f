/** Old Safari reads these, but for rare forms that Babel takes as reason to rewrite every pattern with five helpers. */
const exclude = ['transform-parameters', 'transform-destructuring']

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, exclude }]],
  plugins: ['without-meta', 'bare-routes', 'pure-schemas', 'without-json-schema'].map((name) =>
    require.resolve(`./config/${name}.js`),
  ),
}
