package amount

// HoursRange is a three-point number of hours, rising.
type HoursRange struct {
	Low    Hours `yaml:"low,required" json:"low" plan:"quantity"`
	Likely Hours `yaml:"likely,required" json:"likely" plan:"quantity"`
	High   Hours `yaml:"high,required" json:"high" plan:"quantity"`
}

// IsRising reports whether low, likely and high rise from zero.
func (r *HoursRange) IsRising() bool {
	return r.Low.Sign() >= 0 && r.Low.Cmp(r.Likely) <= 0 && r.Likely.Cmp(r.High) <= 0
}

// KronerRange is a three-point amount, rising.
type KronerRange struct {
	Low    Kroner `yaml:"low,required" json:"low" plan:"kroner"`
	Likely Kroner `yaml:"likely,required" json:"likely" plan:"kroner"`
	High   Kroner `yaml:"high,required" json:"high" plan:"kroner"`
}

// IsRising reports whether low, likely and high rise from zero.
func (r *KronerRange) IsRising() bool {
	return r.Low.Sign() >= 0 && r.Low.Cmp(r.Likely) <= 0 && r.Likely.Cmp(r.High) <= 0
}
