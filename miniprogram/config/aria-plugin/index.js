const path = require('node:path')
const components = require('./attributes')

/** Taro's templates for WeChat name every attribute and leave out the accessible ones: this adds them, here and at run time. */
module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, components)
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime'))
    },
  })
