import Subprocess
enum Placeholder {}
