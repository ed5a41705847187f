const animation = ['animation', 'bindAnimationStart', 'bindAnimationIteration', 'bindAnimationEnd', 'bindTransitionEnd']
const touch = ['bindTouchStart', 'bindTouchEnd', 'bindTouchCancel', 'bindLongTap']
const hover = ['hover-stop-propagation', 'hover-start-time', 'hover-stay-time']

/**
 * What no page of ours asks of a component. Taro repeats each attribute in every depth of the page's tree, so leaving
 * these out makes the templates a third smaller. Whoever wants one takes it off this list.
 */
const unused = {
  View: [...animation, ...touch, ...hover],
  Text: [...touch, 'bindTouchMove', 'space', 'decode', 'overflow', 'max-lines'],
}

module.exports = function leaveOut(components) {
  for (const [name, attributes] of Object.entries(unused))
    for (const attribute of attributes) delete components[name][attribute]
}
