## Rules that said no, each with what would be accepted. The code is the domain's.
refusal-REF-03 = Not sent. The person may be a child.
    .rule = While age is in doubt, a person is treated as a child. A child is placed only with a provider for children, and the child-protection authority is told.
    .way1 = Choose a provider for children.
    .way2 = Record a checked document, or an age assessment with its margin, that shows 18 or older. Neither a word nor an unchecked paper changes this.
