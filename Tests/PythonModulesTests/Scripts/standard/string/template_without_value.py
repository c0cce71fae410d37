from string import Template
Template("$a").substitute()  # raises: KeyError: 'a'
