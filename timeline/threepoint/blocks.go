package threepoint

import (
	"sync"
	"sync/atomic"
)

// BlockSize is how many samples a block has; the last one may have fewer.
const BlockSize = 512

// Block is a run of samples that is drawn from one Stream per key.
type Block struct {
	Index    int
	From, To int // samples, half-open
}

// Run draws samples in blocks on as many cores as it is given, at least one.
// Each core calls newWorker once, for memory of its own, and the function that
// it returns for one block after the other. Which core draws which block is
// left open: what a block draws and where it puts it may depend on the block
// only, and then the result is the same for any number of cores.
func Run(samples, cores int, newWorker func() func(Block)) {
	blocks := (samples + BlockSize - 1) / BlockSize
	var next atomic.Int64
	work := func() {
		draw := newWorker()
		for {
			i := int(next.Add(1)) - 1
			if i >= blocks {
				return
			}
			draw(Block{Index: i, From: i * BlockSize, To: min((i+1)*BlockSize, samples)})
		}
	}
	var others sync.WaitGroup
	for range min(cores, blocks) - 1 {
		others.Go(work)
	}
	if blocks > 0 {
		work()
	}
	others.Wait()
}
