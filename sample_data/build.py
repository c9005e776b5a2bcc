def files_hash(): return "x"
def from_files(path, progress=None): raise NotImplementedError
